/// Why a target file is not the one that was signed.
public enum TargetError: Error, Hashable, Sendable {
    /// It has more bytes than listed.
    case tooLong(listed: Int)
    /// It ended early.
    case tooShort(listed: Int, received: Int)
    /// It has another hash.
    case wrongContent(HashMismatch)
}

extension TargetError: CustomStringConvertible {
    /// The sentence for a person.
    public var description: String {
        switch self {
        case .tooLong(let listed): "the target has more than the \(listed) bytes listed"
        case .tooShort(let listed, let received):
            "the target has \(received) bytes, \(listed) are listed"
        case .wrongContent(let mismatch): "the target has other content: \(mismatch)"
        }
    }
}

/// Why a file is not the one that a list of hashes speaks of.
public enum HashMismatch: Error, Hashable, Sendable {
    /// The file has another digest.
    case differs(expected: Digest, found: Digest)
    /// No hash of a known algorithm is listed, so nothing could be compared.
    case noKnownAlgorithm
}

extension HashMismatch: CustomStringConvertible {
    /// The sentence for a person.
    public var description: String {
        switch self {
        case .differs(let expected, let found):
            "\(expected.algorithm.rawValue) checksum did not match: "
                + "expected \(expected.hex), found \(found.hex)"
        case .noKnownAlgorithm:
            "no hash of a known algorithm is listed"
        }
    }
}

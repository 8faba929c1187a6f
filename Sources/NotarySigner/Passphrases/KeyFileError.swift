/// Why a key file could not be used or made.
public enum KeyFileError: Error, Hashable, Sendable {
    /// Others than the owner may read or change it.
    case tooOpen(path: String, mode: UInt32)
    /// It belongs to another user.
    case foreign(path: String)
    /// It is not a regular file of the form this program writes.
    case malformed(path: String)
    /// A system call failed; the text is the system's own.
    case system(path: String, reason: String)
}

extension KeyFileError: CustomStringConvertible {
    /// The failure in words, with the remedy.
    public var description: String {
        switch self {
        case .tooOpen(let path, let mode):
            "the key file `\(path)` has mode \(String(mode, radix: 8)), which lets others at it: "
                + "make it 600 (and the keys it protected may be known)"
        case .foreign(let path):
            "the key file `\(path)` belongs to another user"
        case .malformed(let path):
            "the key file `\(path)` does not hold 32 bytes in base64: restore it, "
                + "since without it the kept keys do not open"
        case .system(let path, let reason):
            "the key file `\(path)`: \(reason)"
        }
    }
}

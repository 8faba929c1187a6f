/// Why what is known about a repository from before could not be read or kept.
public enum TrustStateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is there and cannot be read.
    case unreadable(path: String, reason: String)
    /// The file could not be written; the old one is as it was.
    case unwritable(path: String, reason: String)
    /// The folder's files do not belong together, or to the repository that was asked for.
    case corrupt(path: String, reason: String)

    /// The error in words.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "`\(path)` cannot be read: \(reason)"
        case .unwritable(let path, let reason): "`\(path)` cannot be written: \(reason)"
        case .corrupt(let path, let reason): "`\(path)` is damaged: \(reason)"
        }
    }
}

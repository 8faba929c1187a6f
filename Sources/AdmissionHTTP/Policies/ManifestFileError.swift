/// Why the manifests cannot be read.
enum ManifestFileError: Error, Hashable, CustomStringConvertible {
    /// Neither a file nor a folder.
    case notFound(String)
    /// There, and not readable.
    case unreadable(String, reason: String)
    /// More bytes than a manifest may have.
    case tooLarge(String, limit: Int)

    var description: String {
        switch self {
        case .notFound(let path): "`\(path)` is neither a file nor a folder"
        case .unreadable(let path, let reason): "`\(path)` cannot be read: \(reason)"
        case .tooLarge(let path, let limit): "`\(path)` has more than \(limit) bytes"
        }
    }
}

/// Why an audit log cannot be written.
enum AuditFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A system call failed.
    case system(path: String, reason: String)
    /// There is something else than a file.
    case noFile(path: String)

    /// What is wrong, in a line.
    var description: String {
        switch self {
        case .system(let path, let reason): "cannot append to audit log `\(path)`: \(reason)"
        case .noFile(let path): "`\(path)` is no file to append an audit log to"
        }
    }
}

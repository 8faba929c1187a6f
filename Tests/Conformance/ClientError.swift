/// Why the client did not do what it was asked, where the workflow did not refuse.
enum ClientError: Error, CustomStringConvertible {
    /// An argument that the operation needs.
    case missing(String)
    /// A file that cannot be read.
    case unreadable(String)
    /// A file that cannot be moved to its place.
    case unwritable(String)
    /// No role that is trusted with the name lists it.
    case noSuchTarget(String)
    /// The repository does not serve a target that its metadata lists.
    case notServed(url: String, status: Int)

    var description: String {
        switch self {
        case .missing(let name): "\(name) is missing"
        case .unreadable(let path): "`\(path)` cannot be read"
        case .unwritable(let path): "`\(path)` cannot be written"
        case .noSuchTarget(let name): "the repository has no target `\(name)`"
        case .notServed(let url, let status): "\(url) answers with status \(status)"
        }
    }
}

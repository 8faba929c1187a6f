/// Why a `trustServer` is no address of a Notary server.
public enum TrustServerError: Error, Hashable, Sendable {
    /// Not an absolute URL with `https` or `http`.
    case notHTTP(String)
    /// A URL with user, password, query or fragment, or without a host.
    case notPlain(String)
    /// The host is none.
    case invalidHost(ImageReferenceError)
}

extension TrustServerError: CustomStringConvertible {
    /// What is wrong, in words.
    public var description: String {
        switch self {
        case .notHTTP(let text): "`\(text)` is not an https or http URL"
        case .notPlain(let text): "`\(text)` is not a URL of scheme, host and path only"
        case .invalidHost(let error): error.description
        }
    }
}

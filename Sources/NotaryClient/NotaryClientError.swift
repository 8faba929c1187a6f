public import TUFCore

/// Why a trust server's file could not be fetched.
///
/// None of these says that there is no such file.
public enum NotaryClientError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No whole answer within the limits.
    case transport(TransportError)
    /// The server refused every credential and the anonymous try.
    case accessDenied(server: String, status: Int, tried: [String])
    /// The server's challenge cannot be answered.
    case challenge(server: String, reason: String)
    /// The server answered with a status that is neither a file nor "there is none".
    case unexpectedStatus(server: String, status: Int)
    /// The repository's name cannot stand in a URL.
    case unaddressable(gun: GUN)

    /// The error in words.
    public var description: String {
        switch self {
        case .transport(let error): error.description
        case .accessDenied(let server, let status, let tried):
            "`\(server)` denied access (\(status)) to " + tried.joined(separator: ", ")
        case .challenge(let server, let reason):
            "`\(server)` asks for an authentication this client does not answer: \(reason)"
        case .unexpectedStatus(let server, let status): "`\(server)` answered with status \(status)"
        case .unaddressable(let gun): "the repository name `\(gun)` cannot stand in a URL"
        }
    }
}

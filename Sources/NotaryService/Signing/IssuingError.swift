import TUFCore

/// Why the server could not sign a snapshot or a timestamp.
enum IssuingError: Error, Hashable, Sendable {
    /// Too few of the role's keys are held here.
    case missingKeys(role: RoleName, found: Int, needed: Int, missing: [KeyID])
    /// The service that holds the keys failed.
    case service(SigningServiceError)
    /// Signing itself failed.
    case signing(SigningError)
}

extension IssuingError: CustomStringConvertible {
    var description: String {
        switch self {
        case .missingKeys(let role, let found, let needed, _):
            "the server holds \(found) of the \(needed) keys that `\(role)` needs"
        case .service(let error): error.description
        case .signing(.unavailable(let text)): text
        case .signing(let error): error.description
        }
    }
}

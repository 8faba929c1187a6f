import TUFCore

/// The answer to a request without a token that allows it: which token to fetch, and where
/// (RFC 6750 section 3, and the token specification of Docker's registry).
struct TokenChallenge: Hashable, Sendable {
    /// What is wrong with the token that came.
    enum Fault: String, Sendable {
        case invalidToken = "invalid_token"
        case insufficientScope = "insufficient_scope"
    }

    let realm: String
    let service: String
    let access: RequiredAccess
    /// nil when no token came.
    let fault: Fault?

    /// The value of `WWW-Authenticate`, its parameters in the original's order.
    var header: String {
        let parameters = [
            ("realm", realm), ("service", service), ("scope", access.scope),
            ("error", fault?.rawValue),
        ]
        return "Bearer "
            + parameters.compactMap { name, value in
                value.map { "\(name)=\(GoString.quoted($0))" }
            }
            .joined(separator: ",")
    }

    /// The body, whose detail lists what is asked for as the original's Go structures are written.
    var body: ErrorBody {
        ErrorBody(
            code: .unauthorized,
            detail: .array(
                access.actions.map { action in
                    [
                        "Type": .string(access.type), "Class": "", "Name": .string(access.name),
                        "Action": .string(action.rawValue),
                    ]
                }
            )
        )
    }
}

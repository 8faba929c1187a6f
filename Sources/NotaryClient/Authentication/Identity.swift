/// Who a request to a trust server is sent as.
enum Identity: Hashable, Sendable, CustomStringConvertible {
    case anonymous
    case login(HostCredential)

    var credential: HostCredential? {
        switch self {
        case .anonymous: nil
        case .login(let credential): credential
        }
    }

    /// The identity without its secret.
    var description: String {
        switch self {
        case .anonymous: "anonymous"
        case .login(let credential): "`\(credential)`"
        }
    }
}

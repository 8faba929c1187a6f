/// Whose tokens are believed: `auth.options`.
struct TokenAuthenticationConfiguration: Hashable, Sendable {
    /// The URL where clients get their tokens.
    var realm: Realm
    /// What tokens must be made out to (`aud`).
    var service: String
    /// Who must have made them (`iss`).
    var issuer: String
    /// PEM file of the certificates whose keys sign tokens; relative to the working folder.
    var rootCertificates: String

    /// Where clients are sent for a token.
    enum Realm: Hashable, Sendable {
        case url(String)
        /// `autoredirect`: `/auth/token` at the host that the request named.
        case ofRequestedHost
    }
}

/// Whose tokens are believed.
struct TokenTrust: Sendable {
    /// Who must have issued them.
    let issuer: String
    /// The service they must be for.
    let service: String
    /// What they must be signed with.
    let certificates: TokenCertificates
}

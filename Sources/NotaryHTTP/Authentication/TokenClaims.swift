import TUFCore

/// What a token says (RFC 7519 section 4.1, and `access` of Docker's registry).
struct TokenClaims: Hashable, Sendable {
    let issuer: String?
    /// Whom the token was given to; empty for somebody without a name.
    let subject: String
    /// Whom the token is for: a text, or as RFC 7519 allows a list of them.
    let audience: [String]
    /// Seconds since the start of 1970; 0, which is long gone, when the token does not say.
    let expiration: Int
    /// Seconds since the start of 1970; 0 when the token does not say.
    let notBefore: Int
    let access: [GrantedAccess]

    /// Reads the claims.
    ///
    /// - Throws: ``TokenError/malformed(part:_:)``.
    init(_ json: JSONValue) throws(TokenError) {
        let reader = TokenMembers(json, of: .claims)
        issuer = try reader.string("iss")
        subject = try reader.string("sub") ?? ""
        audience = try reader.stringOrStrings("aud")
        expiration = try reader.integer("exp") ?? 0
        notBefore = try reader.integer("nbf") ?? 0
        var access: [GrantedAccess] = []
        for entry in try reader.objects("access") { access.append(try GrantedAccess(entry)) }
        self.access = access
    }
}

import TUFCore

/// The header of a token: how it is signed, and by what key it says it is (RFC 7515 section 4.1).
struct TokenHeader: Sendable {
    let algorithm: String
    /// What says which key signed.
    let key: KeyHint

    /// Reads the header.
    ///
    /// - Throws: ``TokenError/malformed(part:_:)``, ``TokenError/critical``, ``TokenError/noKey``.
    init(_ json: JSONValue) throws(TokenError) {
        let members = TokenMembers(json, of: .header)
        guard !members.has("crit") else { throw .critical }
        algorithm = try members.string("alg") ?? ""
        key = try KeyHint(members)
    }
}

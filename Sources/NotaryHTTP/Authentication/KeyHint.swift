import TUFCore

/// What a token's header says about the key that signed it.
enum KeyHint: Sendable {
    /// `x5c`: the key's certificate and those between it and an authority, in Base64.
    case certificates([String])
    /// `jwk`: the key itself, and perhaps certificates for it.
    case key(JSONWebKey, certificates: [String]?)
    /// `kid`: the identifier of a key.
    case identifier(String)

    /// The first that is there, in the order of the original; the others are not looked at then.
    init(_ header: TokenMembers) throws(TokenError) {
        if let certificates = try header.strings("x5c"), !certificates.isEmpty {
            self = .certificates(certificates)
        } else if let key = try header.object("jwk") {
            self = .key(try JSONWebKey(key), certificates: try key.strings("x5c"))
        } else if let identifier = try header.string("kid"), !identifier.isEmpty {
            self = .identifier(identifier)
        } else {
            throw .noKey
        }
    }
}

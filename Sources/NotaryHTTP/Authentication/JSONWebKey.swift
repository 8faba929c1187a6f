import TUFCore

/// A public key as JSON (RFC 7517): compared with keys that are trusted, never used itself.
enum JSONWebKey: Hashable, Sendable {
    case elliptic(curve: String, x: [UInt8], y: [UInt8])
    case rsa(modulus: [UInt8], exponent: [UInt8])
    case octetPair(curve: String, x: [UInt8])

    /// Reads a key.
    ///
    /// - Throws: ``TokenError/malformed(part:_:)``.
    init(_ members: TokenMembers) throws(TokenError) {
        guard !members.has("d") else {
            throw .malformed(part: .header, "`jwk` is a private key")
        }
        switch try members.string("kty") {
        case "EC":
            self = .elliptic(
                curve: try members.string("crv") ?? "",
                x: try Self.bytes("x", of: members),
                y: try Self.bytes("y", of: members)
            )
        case "RSA":
            self = .rsa(
                modulus: Array(try Self.bytes("n", of: members).drop { $0 == 0 }),
                exponent: Array(try Self.bytes("e", of: members).drop { $0 == 0 })
            )
        case "OKP":
            self = .octetPair(
                curve: try members.string("crv") ?? "",
                x: try Self.bytes("x", of: members)
            )
        case let type:
            throw .malformed(part: .header, "unknown key type `\(type ?? "")`")
        }
    }

    /// The form of a key that is known.
    ///
    /// - Throws: ``CryptoError`` when the key cannot be taken apart.
    init(_ key: PublicKey) throws(CryptoError) {
        switch try key.parts {
        case .ed25519(let raw): self = .octetPair(curve: "Ed25519", x: raw)
        case .elliptic(let curve, let x, let y): self = .elliptic(curve: curve, x: x, y: y)
        case .rsa(let modulus, let exponent): self = .rsa(modulus: modulus, exponent: exponent)
        }
    }

    /// The digest that newer registries take for the key's identifier (RFC 7638), without padding.
    var thumbprint: String {
        let members: JSON =
            switch self {
            case .elliptic(let curve, let x, let y):
                ["crv": .string(curve), "kty": "EC", "x": Self.text(x), "y": Self.text(y)]
            case .rsa(let modulus, let exponent):
                ["e": Self.text(exponent), "kty": "RSA", "n": Self.text(modulus)]
            case .octetPair(let curve, let x):
                ["crv": .string(curve), "kty": "OKP", "x": Self.text(x)]
            }
        return Base64URL.encode(HashAlgorithm.sha256.digest(of: members.serialized()).bytes)
    }

    private static func text(_ bytes: [UInt8]) -> JSON { .string(Base64URL.encode(bytes)) }

    private static func bytes(
        _ name: String,
        of members: TokenMembers
    ) throws(TokenError) -> [UInt8] {
        guard let bytes = Base64URL.decode(try members.string(name) ?? ""), !bytes.isEmpty else {
            throw .malformed(part: .header, "expected Base64 for URLs in `\(name)` of `jwk`")
        }
        return bytes
    }
}

public import TUFCore

/// A token as a token server makes it, or as somebody would who likes to be taken for one.
public struct TestToken: Sendable {
    /// The members of the header; `alg` is set when the token is signed.
    public var header: [String: JSON]
    /// The members of the claims.
    public var claims: [String: JSON]

    /// A token of `lab-issuer` for `notary-lab`, valid for five minutes.
    public init(
        at time: UTCTime = TestTime.now,
        subject: String = "alice",
        access: [JSON] = [TestToken.access("lab/app", ["pull", "push"])],
        header: [String: JSON] = [:]
    ) {
        self.header = header
        claims = [
            "iss": "lab-issuer", "aud": "notary-lab", "sub": .string(subject),
            "iat": .integer(time.seconds), "nbf": .integer(time.seconds),
            "exp": .integer(time.seconds + 300), "access": .array(access),
        ]
    }

    /// An entry of `access`.
    public static func access(
        _ name: String,
        _ actions: [String],
        type: String = "repository"
    ) -> JSON {
        [
            "type": .string(type), "name": .string(name),
            "actions": .array(actions.map { .string($0) }),
        ]
    }

    /// What is signed.
    public var signedText: String {
        "\(Self.base64URL(Self.object(header))).\(Self.base64URL(Self.object(claims)))"
    }

    /// The token with this signature, whatever that is.
    public func text(signature: [UInt8]) -> String {
        "\(signedText).\(Self.base64URL(signature))"
    }

    /// The token, signed as `algorithm` says.
    public func signed(by key: PrivateKey, _ algorithm: String = "ES256") throws -> String {
        var token = self
        if token.header["alg"] == nil { token.header["alg"] = .string(algorithm) }
        let scheme = try Self.scheme(algorithm)
        let signature = try key.signature(scheme: scheme, over: Array(token.signedText.utf8))
        return token.text(signature: signature)
    }

    /// The token with an HMAC (RFC 2104) of `secret` for a signature: what a server takes for good
    /// that lets the header say how its public key is used.
    public func signed(withSecret secret: [UInt8]) -> String {
        var token = self
        token.header["alg"] = "HS256"
        let hash = HashAlgorithm.sha256
        var block = secret.count > 64 ? hash.digest(of: secret).bytes : secret
        block += [UInt8](repeating: 0, count: 64 - block.count)
        let inner = hash.digest(of: block.map { $0 ^ 0x36 } + Array(token.signedText.utf8))
        return token.text(signature: hash.digest(of: block.map { $0 ^ 0x5C } + inner.bytes).bytes)
    }

    /// `bytes` in Base64 for URLs, without padding.
    public static func base64URL(_ bytes: [UInt8]) -> String {
        String(
            Base64.encode(bytes)
                .compactMap { character in
                    switch character {
                    case "=": nil
                    case "+": "-"
                    case "/": "_"
                    default: character
                    }
                }
        )
    }

    /// What `kid` calls a key: the start of its SHA-256 in Base32, in groups of four.
    public static func libtrustFingerprint(of key: PublicKey) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bytes = HashAlgorithm.sha256.digest(of: key.subjectPublicKeyInfo).bytes.prefix(30)
        let bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
        let digits = stride(from: 0, to: bits.count, by: 5)
            .map { start in alphabet[bits[start..<start + 5].reduce(0) { $0 * 2 + Int($1) }] }
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }
            .joined(separator: ":")
    }

    private struct UnknownAlgorithm: Error {
        let name: String
    }

    private static func scheme(_ algorithm: String) throws -> SignatureScheme {
        switch algorithm {
        case "RS256": .rsaPKCS1v15(.sha256)
        case "PS256": .rsaPSS(.sha256, .digestLength)
        case "ES256": .ecdsa(.sha256, .rawPair)
        case "ES384": .ecdsa(.sha384, .rawPair)
        case "ES512": .ecdsa(.sha512, .rawPair)
        case "EdDSA": .ed25519
        default: throw UnknownAlgorithm(name: algorithm)
        }
    }

    private static func object(_ members: [String: JSON]) -> [UInt8] {
        JSON.object(
            members.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: $0.value) }
        )
        .serialized()
    }
}

import NotaryTesting
import TUFCore

/// A key that tokens are signed with, and what their header says of it.
struct TokenSigner: Sendable {
    /// The public key.
    var publicKey: PublicKey { key.publicKey }
    /// What the header of its tokens has.
    var header: [String: JSON]
    var algorithm: String
    private let key: PrivateKey

    /// An RSA key by its identifier, as most token servers do.
    static func rsa(_ pair: TestCertificates.Pair) throws -> TokenSigner {
        let key = try privateKey(pair)
        let header: [String: JSON] = [
            "typ": "JWT", "kid": .string(TestToken.libtrustFingerprint(of: key.publicKey)),
        ]
        return TokenSigner(header: header, algorithm: "RS256", key: key)
    }

    /// An ECDSA key by its certificate.
    static func ecdsa(_ pair: TestCertificates.Pair) throws -> TokenSigner {
        let certificates = try X509Certificate.bundle(pem: pair.text(of: pair.certificate))
        let chain = certificates.map { JSON.string(Base64.encode($0.der)) }
        return TokenSigner(
            header: ["typ": "JWT", "x5c": .array(chain)],
            algorithm: "ES256",
            key: try privateKey(pair)
        )
    }

    /// The same key by its value, with `more` beside it: certificates perhaps.
    func byValue(_ more: [String: JSON] = [:]) throws -> TokenSigner {
        var signer = self
        signer.header = ["jwk": .object(try webKey + more.map { .init(name: $0, value: $1) })]
        return signer
    }

    /// The same key under another identifier.
    func identified(by identifier: String) -> TokenSigner {
        var signer = self
        signer.header = ["kid": .string(identifier)]
        return signer
    }

    /// The same key, signing by another algorithm.
    func signing(by algorithm: String) -> TokenSigner {
        var signer = self
        signer.algorithm = algorithm
        return signer
    }

    /// RFC 7638: the digest of the members in the order of their names.
    var thumbprint: String {
        get throws {
            let members = try webKey.sorted { $0.name < $1.name }
            let digest = HashAlgorithm.sha256.digest(of: JSON.object(members).serialized())
            return TestToken.base64URL(digest.bytes)
        }
    }

    /// The token, signed; what its own header has comes first.
    func sign(_ token: TestToken) throws -> String {
        var token = token
        token.header.merge(header) { own, _ in own }
        return try token.signed(by: key, algorithm)
    }

    private var webKey: [JSON.Member] {
        get throws {
            func text(_ bytes: [UInt8]) -> JSON { .string(TestToken.base64URL(bytes)) }
            let members: [(String, JSON)] =
                switch try publicKey.parts {
                case .ed25519(let raw):
                    [("kty", "OKP"), ("crv", "Ed25519"), ("x", text(raw))]
                case .elliptic(let curve, let x, let y):
                    [("kty", "EC"), ("crv", .string(curve)), ("x", text(x)), ("y", text(y))]
                case .rsa(let modulus, let exponent):
                    [("kty", "RSA"), ("n", text(modulus)), ("e", text(exponent))]
                }
            return members.map { JSON.Member(name: $0.0, value: $0.1) }
        }
    }

    private static func privateKey(_ pair: TestCertificates.Pair) throws -> PrivateKey {
        guard let block = try PEMBlock.blocks(in: pair.text(of: pair.key)).first else {
            throw HarnessError.missingProduct(pair.key)
        }
        return try PrivateKey(pkcs8: block.bytes)
    }
}

public import TUFCore

/// Root keys in self-signed certificates, in force from November 2026 to October 2126.
public enum TestRootKey: String, CaseIterable, Sendable {
    /// Names `lab/app`.
    case app
    /// Names `lab/app` too; the key to rotate to.
    case appNext
    /// Names `lab/*`.
    case lab
    /// Names `lab/*` too; the key to rotate to.
    case labNext
    /// Names `lab/other`.
    case other
    /// Names `lab/app`, and is signed with SHA-1.
    case sha1
    /// Names `lab/app`, and is an authority.
    case authority
    /// Names `lab/app`, with an RSA key.
    case rsa

    /// The key, listed as its certificate.
    public var signingKey: SigningKey {
        get throws {
            let lines = privatePEM.split(separator: "\n").filter { !$0.hasPrefix("-----") }
            let privateKey = try PrivateKey(pkcs8: Base64.decode(lines.joined()) ?? [])
            let type: KeyType = self == .rsa ? .rsaX509 : .ecdsaX509
            let key = Key(notary: type, publicBytes: Array(certificatePEM.utf8))
            return SigningKey(notary: privateKey, listedAs: key)
        }
    }

    /// The key without its certificate, which Notary accepts for no root.
    public var bareKey: SigningKey {
        get throws {
            let lines = privatePEM.split(separator: "\n").filter { !$0.hasPrefix("-----") }
            return SigningKey(notary: try PrivateKey(pkcs8: Base64.decode(lines.joined()) ?? []))
        }
    }
}

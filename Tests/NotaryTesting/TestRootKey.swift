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
        get throws { try signingKey(listedAs: self == .rsa ? .rsaX509 : .ecdsaX509) }
    }

    /// The key, listed as its certificate under any type and with any text before it.
    public func signingKey(
        listedAs type: KeyType,
        after text: String = ""
    ) throws -> SigningKey {
        let key = Key(notary: type, publicBytes: Array((text + certificatePEM).utf8))
        return SigningKey(notary: try privateKey, listedAs: key)
    }

    /// The key without its certificate, which Notary accepts for no root.
    public var bareKey: SigningKey {
        get throws { SigningKey(notary: try privateKey) }
    }

    private var privateKey: PrivateKey {
        get throws {
            let lines = privatePEM.split(separator: "\n").filter { !$0.hasPrefix("-----") }
            return try PrivateKey(pkcs8: Base64.decode(lines.joined()) ?? [])
        }
    }
}

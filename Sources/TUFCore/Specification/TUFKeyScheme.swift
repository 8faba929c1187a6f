/// How a key of TUF 1.0 signs, as its object says (TUF 4.2.2, `scheme`).
public enum TUFKeyScheme: String, CaseIterable, Sendable {
    case ed25519
    /// ECDSA on P-256, signatures in DER.
    case ecdsaP256 = "ecdsa-sha2-nistp256"
    /// ECDSA on P-384, signatures in DER.
    case ecdsaP384 = "ecdsa-sha2-nistp384"
    case rsaPSSWithSHA256 = "rsassa-pss-sha256"
    case rsaPSSWithSHA384 = "rsassa-pss-sha384"
    case rsaPSSWithSHA512 = "rsassa-pss-sha512"
    case rsaPKCS1WithSHA256 = "rsa-pkcs1v15-sha256"
    case rsaPKCS1WithSHA384 = "rsa-pkcs1v15-sha384"
    case rsaPKCS1WithSHA512 = "rsa-pkcs1v15-sha512"

    /// The scheme for keys of an algorithm where nothing else is asked for; nil for P-521, which
    /// has none.
    ///
    /// - Parameter algorithm: Of the key.
    public init?(defaultFor algorithm: PublicKey.Algorithm) {
        switch algorithm {
        case .ed25519: self = .ed25519
        case .ecdsaP256: self = .ecdsaP256
        case .ecdsaP384: self = .ecdsaP384
        case .ecdsaP521: return nil
        case .rsa: self = .rsaPSSWithSHA256
        }
    }

    /// What is signed and how the signature is encoded.
    ///
    /// PSS verifies with a salt of any length and signs with one of the digest's.
    public var signatureScheme: SignatureScheme {
        switch self {
        case .ed25519: .ed25519
        case .ecdsaP256: .ecdsa(.sha256, .der)
        case .ecdsaP384: .ecdsa(.sha384, .der)
        case .rsaPSSWithSHA256: .rsaPSS(.sha256, .any)
        case .rsaPSSWithSHA384: .rsaPSS(.sha384, .any)
        case .rsaPSSWithSHA512: .rsaPSS(.sha512, .any)
        case .rsaPKCS1WithSHA256: .rsaPKCS1v15(.sha256)
        case .rsaPKCS1WithSHA384: .rsaPKCS1v15(.sha384)
        case .rsaPKCS1WithSHA512: .rsaPKCS1v15(.sha512)
        }
    }

    /// Whether keys of an algorithm can sign so.
    ///
    /// - Parameter algorithm: Of the key.
    /// - Returns: True where it is the scheme's own.
    public func fits(_ algorithm: PublicKey.Algorithm) -> Bool {
        switch (self, algorithm) {
        case (.ed25519, .ed25519), (.ecdsaP256, .ecdsaP256), (.ecdsaP384, .ecdsaP384): true
        case (.ed25519, _), (.ecdsaP256, _), (.ecdsaP384, _): false
        case (_, .rsa): true
        default: false
        }
    }

    /// The `keytype` that goes with it.
    var keyType: KeyType {
        switch self {
        case .ed25519: .ed25519
        case .ecdsaP256, .ecdsaP384: .ecdsa
        default: .rsa
        }
    }
}

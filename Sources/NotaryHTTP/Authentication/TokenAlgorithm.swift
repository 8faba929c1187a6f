import TUFCore

/// The signature algorithms of tokens (RFC 7518 section 3.1, RFC 8037 section 3.1).
enum TokenAlgorithm {
    /// How a signature called `name` is checked with `key`; nil when `key` does not sign like that.
    ///
    /// The key decides: a name only chooses among what keys of its kind do, so that no header can
    /// make a public key into a secret of HMAC, or do without a signature.
    static func scheme(named name: String, for key: PublicKey) -> SignatureScheme? {
        switch (key.algorithm, name) {
        case (.rsa, "RS256"): .rsaPKCS1v15(.sha256)
        case (.rsa, "RS384"): .rsaPKCS1v15(.sha384)
        case (.rsa, "RS512"): .rsaPKCS1v15(.sha512)
        case (.rsa, "PS256"): .rsaPSS(.sha256, .digestLength)
        case (.rsa, "PS384"): .rsaPSS(.sha384, .digestLength)
        case (.rsa, "PS512"): .rsaPSS(.sha512, .digestLength)
        case (.ecdsaP256, "ES256"): .ecdsa(.sha256, .rawPair)
        case (.ecdsaP384, "ES384"): .ecdsa(.sha384, .rawPair)
        case (.ecdsaP521, "ES512"): .ecdsa(.sha512, .rawPair)
        case (.ed25519, "EdDSA"): .ed25519
        default: nil
        }
    }
}

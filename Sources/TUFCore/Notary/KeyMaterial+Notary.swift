extension KeyMaterial.Parsed {
    /// Parses the public part of a key as the Notary dialect has it.
    init(notary type: KeyType, publicBytes: [UInt8]) {
        switch type {
        case .ed25519:
            self.init(publicKey: try? PublicKey(ed25519: publicBytes))
        case .ecdsa, .rsa:
            let key = try? PublicKey(subjectPublicKeyInfo: publicBytes)
            self.init(publicKey: key?.fitting(type))
        case .ecdsaX509, .rsaX509:
            let certificates = (try? X509Certificate.bundle(pem: publicBytes)) ?? []
            self.init(
                publicKey: certificates.first?.publicKey?.fitting(type.bare),
                certificates: certificates
            )
        default:
            self = .unusable
        }
    }
}

extension PublicKey {
    /// The key type says which algorithm it is; a key of another one is unusable.
    func fitting(_ type: KeyType) -> PublicKey? {
        switch algorithm {
        case .ecdsaP256, .ecdsaP384, .ecdsaP521: type == .ecdsa ? self : nil
        case .rsa: type == .rsa ? self : nil
        case .ed25519: type == .ed25519 ? self : nil
        }
    }
}

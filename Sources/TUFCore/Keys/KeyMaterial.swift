import Synchronization

/// The parsed form of a key, made once and kept, since parsing costs more than verifying.
final class KeyMaterial: Sendable {
    struct Parsed: Sendable {
        var publicKey: PublicKey?
        var certificates: [X509Certificate] = []
    }

    private let type: KeyType
    private let publicBytes: [UInt8]
    private let kept = Mutex<Parsed?>(nil)

    init(type: KeyType, publicBytes: [UInt8]) {
        self.type = type
        self.publicBytes = publicBytes
    }

    var parsed: Parsed {
        kept.withLock { kept in
            if let kept { return kept }
            let parsed = parse()
            kept = parsed
            return parsed
        }
    }

    /// What cannot be parsed is an unusable key, not an error: others may still reach the
    /// threshold.
    private func parse() -> Parsed {
        switch type {
        case .ed25519:
            return Parsed(publicKey: try? PublicKey(ed25519: publicBytes))
        case .ecdsa, .rsa:
            return Parsed(publicKey: fitting(try? PublicKey(subjectPublicKeyInfo: publicBytes)))
        case .ecdsaX509, .rsaX509:
            let certificates = (try? X509Certificate.bundle(pem: publicBytes)) ?? []
            return Parsed(
                publicKey: fitting(certificates.first?.publicKey),
                certificates: certificates
            )
        default:
            return Parsed()
        }
    }

    /// The key type says which algorithm it is; a key of another one is unusable.
    private func fitting(_ key: PublicKey?) -> PublicKey? {
        guard let key else { return nil }
        switch key.algorithm {
        case .ecdsaP256, .ecdsaP384, .ecdsaP521: return type.bare == .ecdsa ? key : nil
        case .rsa: return type.bare == .rsa ? key : nil
        case .ed25519: return nil
        }
    }
}

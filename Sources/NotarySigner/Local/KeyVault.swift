import NotaryService
import TUFCore

/// Makes private keys and seals and opens them; keeps nothing itself.
struct KeyVault: Sendable {
    let passphrases: Passphrases
    private let generator = KeyGenerator()

    init(passphrases: Passphrases) {
        self.passphrases = passphrases
    }

    /// A fresh key, open and sealed under the default alias.
    func make(
        for purpose: KeyPurpose,
        at time: UTCTime
    ) throws(SigningServiceError) -> (sealed: EncryptedKey, opened: OpenedKey) {
        let privateKey = try generated(purpose.algorithm)
        guard let bytes = PrivateKeyEncoding.encode(privateKey, as: purpose.algorithm) else {
            throw .unsupportedAlgorithm(purpose.algorithm)
        }
        let signingKey = SigningKey(notary: privateKey)
        let sealed = EncryptedKey(
            id: signingKey.key.id,
            role: purpose.role,
            gun: purpose.gun,
            algorithm: purpose.algorithm,
            publicBytes: signingKey.key.publicBytes,
            encryptedPrivate: try sealed(bytes),
            passphraseAlias: passphrases.defaultAlias,
            createdAt: time,
            usedAt: nil
        )
        return (sealed, OpenedKey(signingKey: signingKey, purpose: purpose, isUsed: false))
    }

    /// Decrypts a kept key and holds it against its record.
    func open(_ kept: EncryptedKey) throws(SigningServiceError) -> OpenedKey {
        let signingKey = try checked(bytes(of: kept), of: kept)
        let purpose = KeyPurpose(role: kept.role, gun: kept.gun, algorithm: kept.algorithm)
        return OpenedKey(signingKey: signingKey, purpose: purpose, isUsed: kept.usedAt != nil)
    }

    /// The same private key, checked and sealed under the default alias.
    func reseal(_ kept: EncryptedKey) throws(SigningServiceError) -> ResealedKey {
        let bytes = try bytes(of: kept)
        _ = try checked(bytes, of: kept)
        return ResealedKey(of: kept, encryptedPrivate: try sealed(bytes))
    }

    private func bytes(of kept: EncryptedKey) throws(SigningServiceError) -> [UInt8] {
        let passphrase = try passphrases.passphrase(of: kept.passphraseAlias)
        do {
            return try EncryptedBox.open(kept.encryptedPrivate, passphrase: passphrase)
        } catch .doesNotOpen {
            throw .undecryptable(kept.id, alias: kept.passphraseAlias)
        } catch {
            throw .damaged(kept.id, error.description)
        }
    }

    private func checked(
        _ bytes: [UInt8],
        of kept: EncryptedKey
    ) throws(SigningServiceError) -> SigningKey {
        let signingKey = SigningKey(notary: try decoded(bytes, of: kept))
        guard signingKey.key.id == kept.id else {
            throw .damaged(kept.id, "the private key inside is that of \(signingKey.key.id)")
        }
        return signingKey
    }

    private func generated(
        _ algorithm: KeyAlgorithm
    ) throws(SigningServiceError) -> PrivateKey {
        do {
            return try generator.generate(algorithm)
        } catch {
            throw .unavailable(error.description)
        }
    }

    private func sealed(_ bytes: [UInt8]) throws(SigningServiceError) -> String {
        let passphrase = try passphrases.passphrase(of: passphrases.defaultAlias)
        do {
            return try EncryptedBox.seal(bytes, passphrase: passphrase)
        } catch {
            throw .unavailable(error.description)
        }
    }

    private func decoded(
        _ bytes: [UInt8],
        of kept: EncryptedKey
    ) throws(SigningServiceError) -> PrivateKey {
        do {
            if let key = try PrivateKeyEncoding.decode(bytes, as: kept.algorithm) { return key }
        } catch {
            throw .damaged(kept.id, error.description)
        }
        throw .damaged(kept.id, "it holds no private key")
    }
}

public import TUFCore

/// A private key as a key store keeps it: its text is useless without the passphrase.
public struct EncryptedKey: Hashable, Sendable {
    /// The key's id, as metadata names it.
    public let id: KeyID
    /// The role it was made for.
    public let role: RoleName
    /// The repository it was made for.
    public let gun: GUN
    /// What kind of key it is.
    public let algorithm: KeyAlgorithm
    /// The public key in Notary's form: SubjectPublicKeyInfo, or 32 raw bytes of Ed25519.
    public let publicBytes: [UInt8]
    /// The private key as a compact JWE.
    public let encryptedPrivate: String
    /// Which passphrase opens it.
    public let passphraseAlias: String
    /// When it was made.
    public let createdAt: UTCTime
    /// When it first signed; nil while it never did.
    public let usedAt: UTCTime?

    /// A key as a store reads it back, or as one is offered to a store.
    public init(
        id: KeyID,
        role: RoleName,
        gun: GUN,
        algorithm: KeyAlgorithm,
        publicBytes: [UInt8],
        encryptedPrivate: String,
        passphraseAlias: String,
        createdAt: UTCTime,
        usedAt: UTCTime?
    ) {
        self.id = id
        self.role = role
        self.gun = gun
        self.algorithm = algorithm
        self.publicBytes = publicBytes
        self.encryptedPrivate = encryptedPrivate
        self.passphraseAlias = passphraseAlias
        self.createdAt = createdAt
        self.usedAt = usedAt
    }
}

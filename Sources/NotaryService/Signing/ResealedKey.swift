public import TUFCore

/// A kept key with another encryption around the same private key.
public struct ResealedKey: Hashable, Sendable {
    /// The key.
    public let id: KeyID
    /// The text that is to be replaced.
    public let replaced: String
    /// The private key as a compact JWE, under the new passphrase.
    public let encryptedPrivate: String

    /// A replacement for the text of `key`.
    public init(of key: EncryptedKey, encryptedPrivate: String) {
        id = key.id
        replaced = key.encryptedPrivate
        self.encryptedPrivate = encryptedPrivate
    }
}

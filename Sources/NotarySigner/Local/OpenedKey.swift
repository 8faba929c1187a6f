import NotaryService
import TUFCore

/// A private key that was decrypted, what it is for, and whether it is known to have signed.
struct OpenedKey: Sendable {
    let signingKey: SigningKey
    let purpose: KeyPurpose
    let isUsed: Bool

    var used: OpenedKey { OpenedKey(signingKey: signingKey, purpose: purpose, isUsed: true) }
}

import TUFCore

/// A private key that was decrypted, and whether it is known to have signed.
struct OpenedKey: Sendable {
    let signingKey: SigningKey
    let isUsed: Bool

    var used: OpenedKey { OpenedKey(signingKey: signingKey, isUsed: true) }
}

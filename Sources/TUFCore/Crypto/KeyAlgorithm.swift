/// The kinds of keys that a ``KeyGenerator`` makes.
public enum KeyAlgorithm: String, Hashable, Sendable, CaseIterable {
    case ed25519
    /// On the curve P-256.
    case ecdsa
    /// Of 3072 bits.
    case rsa
}

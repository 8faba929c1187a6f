/// A public key, parsed and usable.
public struct PublicKey: Hashable, Sendable {
    /// What a key is for.
    public enum Algorithm: Hashable, Sendable {
        case ed25519
        case ecdsaP256
        case ecdsaP384
        case ecdsaP521
        case rsa(bits: Int)
    }
}

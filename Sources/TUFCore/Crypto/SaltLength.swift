/// How much salt a PSS signature must have.
public enum SaltLength: Hashable, Sendable {
    /// Whatever the signature has. Signing uses the digest's length.
    case any
    /// As many bytes as the digest.
    case digestLength
}

/// How a signature is made and checked: the algorithm, its hash function and its encoding.
public enum SignatureScheme: Hashable, Sendable {
    /// Ed25519 (RFC 8032), 64 bytes.
    case ed25519
    /// ECDSA over the hash of the message.
    case ecdsa(HashAlgorithm, SignatureEncoding)
    /// RSASSA-PSS (RFC 8017), with MGF1 over the same hash.
    case rsaPSS(HashAlgorithm, SaltLength)
    /// RSASSA-PKCS1-v1_5 (RFC 8017).
    case rsaPKCS1v15(HashAlgorithm)
}

/// How the two numbers of an ECDSA signature are written.
public enum SignatureEncoding: Hashable, Sendable {
    /// r‖s, each as long as the curve's order, big endian: Notary's form.
    case rawPair
    /// `SEQUENCE { INTEGER r, INTEGER s }` in DER: TUF's and X.509's form.
    case der
}

/// How much salt a PSS signature must have.
public enum SaltLength: Hashable, Sendable {
    /// Whatever the signature has. Signing uses the digest's length.
    case any
    /// As many bytes as the digest.
    case digestLength
}

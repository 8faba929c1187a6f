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

extension SignatureScheme {
    /// What a message is hashed with before it is signed; `nil` where the scheme hashes by itself.
    var prehash: HashAlgorithm? {
        switch self {
        case .ed25519: nil
        case .ecdsa(let hash, _), .rsaPSS(let hash, _), .rsaPKCS1v15(let hash): hash
        }
    }
}

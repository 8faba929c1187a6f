/// Why a file of certificates for tokens cannot be used.
enum TokenCertificatesError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(file: String, reason: String)
    case malformed(String)
    case none
    /// The certificate of this common name has a key that no token can be checked with.
    case unsupportedKey(name: String)

    /// What was expected.
    var description: String {
        switch self {
        case .unreadable(let file, let reason):
            "cannot read the certificates for tokens in `\(file)`: \(reason)"
        case .malformed(let reason): "cannot use the certificates for tokens: \(reason)"
        case .none: "expected at least one certificate for tokens, found none"
        case .unsupportedKey(let name):
            "the certificate `\(name)` for tokens has a key that is not supported: expected RSA of "
                + "2048 bits or more, ECDSA on P-256, P-384 or P-521, or Ed25519"
        }
    }
}

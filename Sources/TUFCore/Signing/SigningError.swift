/// Why something was not signed.
public enum SigningError: Error, Hashable, Sendable {
    /// libcrypto or libsodium refused.
    case crypto(CryptoError)
    /// The payload has no canonical form.
    case notCanonical(JSONError)
    /// The service that holds the key could not be used; the text is its own.
    case unavailable(String)
    /// Nothing was given to sign with.
    case noSigners
}

extension SigningError: CustomStringConvertible {
    /// The sentence for a person.
    public var description: String {
        switch self {
        case .crypto(let error): "could not sign: \(error)"
        case .notCanonical(let error): "the payload has no canonical form: \(error)"
        case .unavailable(let text): "the signer is not available: \(text)"
        case .noSigners: "no key to sign with"
        }
    }
}

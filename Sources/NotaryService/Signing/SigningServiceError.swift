public import TUFCore

/// Why the server's keys could not be made or used.
public enum SigningServiceError: Error, Hashable, Sendable {
    /// This service makes no keys of the algorithm.
    case unsupportedAlgorithm(KeyAlgorithm)
    /// The private key is kept, but does not open with the passphrase of its alias.
    case undecryptable(KeyID, alias: String)
    /// No passphrase is configured for the alias that the key is kept under.
    case missingPassphrase(alias: String)
    /// A kept key is not what its record says; the text says how.
    case damaged(KeyID, String)
    /// The signer or its key store failed; the text is its own.
    case unavailable(String)
    /// A signer elsewhere refused or could not be reached; clients are told the text as it is.
    case remote(String)
}

extension SigningServiceError: CustomStringConvertible {
    /// The failure in words; never holds key material.
    public var description: String {
        switch self {
        case .unsupportedAlgorithm(let algorithm):
            "keys of algorithm `\(algorithm.rawValue)` are not made here"
        case .undecryptable(let id, let alias):
            "the passphrase of alias `\(alias)` does not open key \(id.hex)"
        case .missingPassphrase(let alias):
            "no passphrase is configured for alias `\(alias)`"
        case .damaged(let id, let reason):
            "the kept key \(id.hex) is damaged: \(reason)"
        case .unavailable(let text):
            "the signing service failed: \(text)"
        case .remote(let text): text
        }
    }
}

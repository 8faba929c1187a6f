import TUFCore

/// Who makes and uses the server's own keys: `trust_service`.
enum TrustServiceConfiguration: Hashable, Sendable {
    /// This process; new keys are of this algorithm and kept where the metadata is.
    case local(KeyAlgorithm)
    /// A notary-signer.
    case remote(RemoteSignerConfiguration)

    /// What new keys are.
    var keyAlgorithm: KeyAlgorithm {
        switch self {
        case .local(let algorithm): algorithm
        case .remote(let signer): signer.keyAlgorithm
        }
    }
}

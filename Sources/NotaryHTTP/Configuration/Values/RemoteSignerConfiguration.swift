import TUFCore

/// A notary-signer that makes and uses the server's keys: `trust_service` of type `remote`.
struct RemoteSignerConfiguration: Hashable, Sendable {
    /// What this server shows the signer.
    struct Identity: Hashable, Sendable {
        /// PEM file.
        var certificate: String
        /// PEM file.
        var key: String
    }

    /// A name or an address.
    var host: String
    /// Its gRPC port.
    var port: Int
    /// What new keys are.
    var keyAlgorithm: KeyAlgorithm
    /// PEM file of the authorities of the signer's certificate; those of the system when nil.
    var authorities: String?
    /// For mutual TLS.
    var identity: Identity?
}

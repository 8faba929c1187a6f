import GRPCCore
import GRPCNIOTransportHTTP2Posix
import NotarySigner

extension RemoteSignerConfiguration {
    /// A connection to the signer, which connects when it is run.
    ///
    /// - Throws: ``SignerConnectionError``.
    func connection() throws(SignerConnectionError) -> GRPCClient<HTTP2ClientTransport.Posix> {
        try SignerConnection.client(
            of: SignerAddress(host: host, port: port),
            authorities: authorities,
            certificate: identity.map {
                ClientCertificateFiles(certificate: $0.certificate, key: $0.key)
            }
        )
    }
}

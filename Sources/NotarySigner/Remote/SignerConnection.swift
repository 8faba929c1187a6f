package import GRPCCore
package import GRPCNIOTransportHTTP2Posix

/// A connection to a signer, over TLS always.
package enum SignerConnection {
    /// A client of the signer at `address`, which connects when it is run, and again when it
    /// loses the connection.
    ///
    /// - Parameters:
    ///   - address: where the signer listens; its certificate must be for that host.
    ///   - authorities: PEM file of those who signed the signer's certificate; the system's
    ///     authorities when nil. All files are read for each connection.
    ///   - certificate: what is shown to the signer.
    /// - Returns: the client.
    /// - Throws: ``SignerConnectionError``.
    package static func client(
        of address: SignerAddress,
        authorities: String?,
        certificate: ClientCertificateFiles?
    ) throws(SignerConnectionError) -> GRPCClient<HTTP2ClientTransport.Posix> {
        do {
            let tls = try SignerTLS(authorities: authorities, certificate: certificate)
            return GRPCClient(
                transport: try HTTP2ClientTransport.Posix(
                    target: address.target,
                    transportSecurity: .customSecure,
                    config: .defaults { config in
                        config.backoff.initial = .milliseconds(100)
                        config.backoff.max = .seconds(2)
                        config.channelDebuggingCallbacks.onCreateTCPConnection = { channel in
                            tls.secure(channel, to: address)
                        }
                    }
                )
            )
        } catch let error as RuntimeError {
            throw .unusable(reason: error.cause.map { "\($0)" } ?? error.message)
        } catch {
            throw .unusable(reason: "\(error)")
        }
    }
}

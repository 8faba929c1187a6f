import ArgumentParser
import HTTPService

/// Where and how the webhook listens.
struct ListenOptions: ParsableArguments {
    @Option(help: "HOST:PORT to listen on; port 0 lets the system choose.")
    var listen = "127.0.0.1:8000"

    @Option(help: "A file that gets the port once requests are taken.")
    var portFile: String?

    @Option(
        help: "PEM file of the server's certificate and its intermediates; read again on change."
    )
    var tlsCertificate: String?

    @Option(help: "PEM file of the certificate's private key.")
    var tlsKey: String?

    @Option(
        name: .customLong("client-ca"),
        help: "PEM file of authorities: only clients with a certificate of theirs are answered."
    )
    var clientAuthorities: String?

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    @OptionGroup(title: "Metrics")
    var metrics: MetricsOptions

    /// The webhook's listener: plain HTTP on loopback only.
    ///
    /// - Throws: `ValidationError`, ``ListenerError``.
    func webhook() throws -> Listener {
        let address = try ListenAddress(parsing: listen)
        guard let tlsCertificate, let tlsKey else {
            guard tlsCertificate == nil, tlsKey == nil else {
                throw ValidationError("`--tls-certificate` and `--tls-key` come together")
            }
            guard clientAuthorities == nil else {
                throw ValidationError("`--client-ca` needs `--tls-certificate` and `--tls-key`")
            }
            guard address.isLoopback else {
                throw ValidationError(
                    "refusing plain HTTP on `\(address)`, which is not loopback: give "
                        + "`--tls-certificate` and `--tls-key`"
                )
            }
            return Listener(address: address, limits: limits.connections, portFile: portFile)
        }
        let tls = TLSFiles(
            certificate: tlsCertificate,
            key: tlsKey,
            clientAuthorities: clientAuthorities
        )
        return Listener(
            address: address,
            tls: tls,
            limits: limits.connections,
            portFile: portFile
        )
    }
}

import ArgumentParser
import HTTPService
import Logging

/// The options of `signer`.
struct SignerOptions: ParsableArguments {
    @Option(
        name: [.long, .customLong("config", withSingleDash: true)],
        help: "A configuration file of notary-signer: JSON, YAML or TOML by its extension."
    )
    var config: String?

    @Option(
        help: """
            The folder for the keys; made when it is not there. \
            Without --config: countersign-signer.
            """
    )
    var data: String?

    @Option(
        help: """
            HOST:PORT to listen on; port 0 lets the system choose. \
            Without --config: 127.0.0.1:7899.
            """,
        transform: ListenAddress.init(parsing:)
    )
    var listen: ListenAddress?

    @Option(help: "PEM file with the signer's certificate and its intermediates; reloaded.")
    var tlsCertificate: String?

    @Option(help: "PEM file with the private key of the certificate; reloaded.")
    var tlsKey: String?

    @Option(help: "PEM file of authorities; only servers with a certificate of one get in.")
    var clientCA: String?

    @Option(help: "The alias of the passphrase that new keys are kept under.")
    var defaultAlias: String?

    @Option(
        help: "Log lines from this level on: \(Logger.Level.names). Without --config: info.",
        transform: ServeOptions.logLevel
    )
    var logLevel: Logger.Level?

    @Option(help: "A file that gets the port once connections are taken.")
    var portFile: String?

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    @OptionGroup(title: "notary-signer's command line")
    var original: OriginalOptions

    func validate() throws {
        guard config == nil else { return }
        let needed = [
            ("--tls-certificate", tlsCertificate), ("--tls-key", tlsKey), ("--client-ca", clientCA),
        ]
        for (name, value) in needed where value == nil {
            throw ValidationError("`signer` needs `\(name)`: it is for TLS with certificates only")
        }
    }
}

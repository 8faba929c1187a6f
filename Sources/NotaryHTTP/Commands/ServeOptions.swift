import ArgumentParser
import HTTPService
import Logging
import TUFCore

/// The options of `serve`.
struct ServeOptions: ParsableArguments {
    @Option(
        name: [.long, .customLong("config", withSingleDash: true)],
        help: "A configuration file of notary-server: JSON, YAML or TOML by its extension."
    )
    var config: String?

    @Option(
        help: """
            The folder for database and keys; made when it is not there. \
            Without --config: countersign-notary.
            """
    )
    var data: String?

    @Option(
        help: """
            HOST:PORT to listen on; port 0 lets the system choose. \
            Without --config: 127.0.0.1:4443.
            """,
        transform: ListenAddress.init(parsing:)
    )
    var listen: ListenAddress?

    @Option(help: "PEM file with the server's certificate and its intermediates; reloaded.")
    var tlsCertificate: String?

    @Option(help: "PEM file with the private key of the certificate; reloaded.")
    var tlsKey: String?

    @Option(help: "PEM file of authorities; only clients with a certificate of one get in.")
    var clientCA: String?

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    @OptionGroup(title: "Metrics")
    var metrics: MetricsOptions

    @OptionGroup(title: "Limits of uploads and keys")
    var notaryLimits: NotaryLimitOptions

    @OptionGroup(title: "Token authentication")
    var tokens: TokenOptions

    @OptionGroup(title: "A signer elsewhere")
    var signer: RemoteSignerOptions

    @OptionGroup(title: "Audit")
    var audit: AuditOptions

    @OptionGroup(title: "Renewal")
    var renewal: RenewalOptions

    @Flag(help: "Let everyone in on an address that is not loopback.")
    var noAuthentication = false

    @Option(
        help: """
            The alias of the passphrase for new keys; it is in NOTARY_SIGNER_ALIAS. Keys from \
            before keep theirs.
            """
    )
    var defaultAlias: String?

    @Option(
        help: "What new keys are: ecdsa or ed25519. Without --config: ecdsa.",
        transform: Self.keyAlgorithm
    )
    var keyAlgorithm: KeyAlgorithm?

    @Option(
        help: "Log lines from this level on: \(Logger.Level.names). Without --config: info.",
        transform: Self.logLevel
    )
    var logLevel: Logger.Level?

    @Option(help: "A file that gets the port once connections are taken.")
    var portFile: String?

    @OptionGroup(title: "notary-server's command line")
    var original: OriginalOptions

    func validate() throws {
        guard !noAuthentication || !tokens.areGiven else {
            throw ValidationError("`--no-authentication` contradicts token authentication")
        }
        guard config == nil else { return }
        _ = try tokens.configuration()
        _ = try signer.trustService(.ecdsa)
    }

    private static func keyAlgorithm(_ text: String) throws(ValidationError) -> KeyAlgorithm {
        guard let algorithm = KeyAlgorithm(rawValue: text), algorithm != .rsa else {
            throw ValidationError("`\(text)` is no algorithm of keys here: expected ecdsa, ed25519")
        }
        return algorithm
    }

    static func logLevel(_ text: String) throws(ValidationError) -> Logger.Level {
        guard let level = Logger.Level(name: text) else {
            let known = Logger.Level.names
            throw ValidationError("`\(text)` is not a log level: expected one of \(known)")
        }
        return level
    }
}

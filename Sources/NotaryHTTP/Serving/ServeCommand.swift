import ArgumentParser
import Foundation
import HTTPService
import Logging
import NotaryService
import NotarySigner
import NotaryStorage
import TUFCore

/// `NotaryHTTP serve`: runs the server until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve, with everything kept in one folder.",
        discussion: """
            Keys that the server makes are kept encrypted, under the passphrase in the \
            environment variable NOTARY_SIGNER_DEFAULT, or else in a file of mode 0600 that is \
            made in the data folder.
            SIGTERM and SIGINT stop the server after the requests that run.
            """
    )

    @Option(help: "The folder for database and keys; made when it is not there.")
    var data = "countersign-notary"

    @Option(
        help: "HOST:PORT to listen on; port 0 lets the system choose.",
        transform: ListenAddress.init(parsing:)
    )
    var listen = ListenAddress(host: "127.0.0.1", port: 4443)

    @Option(help: "PEM file with the server's certificate and its intermediates; reloaded.")
    var tlsCertificate: String?

    @Option(help: "PEM file with the private key of the certificate; reloaded.")
    var tlsKey: String?

    @Option(help: "PEM file of authorities; only clients with a certificate of one get in.")
    var clientCA: String?

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    @OptionGroup(title: "Limits of uploads and keys")
    var notaryLimits: NotaryLimitOptions

    @OptionGroup(title: "Token authentication")
    var tokens: TokenOptions

    @OptionGroup(title: "Renewal")
    var renewal: RenewalOptions

    @Flag(help: "Let everyone in on an address that is not loopback.")
    var noAuthentication = false

    @Option(help: "What new keys are: ecdsa, ed25519 or rsa.", transform: Self.keyAlgorithm)
    var keyAlgorithm = KeyAlgorithm.ecdsa

    @Option(
        help: "Log lines from this level on: trace, debug, info, notice, warning, error.",
        transform: Self.logLevel
    )
    var logLevel = Logger.Level.info

    @Option(help: "A file that gets the port once connections are taken.")
    var portFile: String?

    func validate() throws {
        guard try !noAuthentication || tokens.configuration() == nil else {
            throw ValidationError("`--no-authentication` contradicts token authentication")
        }
    }

    func run() async throws {
        let logger = JSONLogHandler.logger(label: "notary", level: logLevel)
        let listener = try Listener(
            address: listen,
            certificate: tlsCertificate,
            key: tlsKey,
            clientAuthorities: clientCA,
            authentication: try authentication,
            limits: limits.connections,
            portFile: portFile
        )
        let tokens = try tokens.configuration()
            .map { try TokenAuthenticator($0, logger: logger, now: SystemTime.now()) }
        let folder = try DataFolder(data)
        logger.info("starting", metadata: ["data": "\(folder.path)"])
        let service = try await NotaryService(
            in: folder,
            environment: ProcessInfo.processInfo.environment,
            settings: settings,
            logger: logger
        )
        let responder = NotaryResponder(
            service: service,
            limits: notaryLimits.uploads,
            requestsAtOnce: limits.maxRequests,
            tokens: tokens,
            logger: logger
        )
        let server = try HTTPServer(
            listener: listener,
            responder: responder,
            registry: responder.handlers.registry,
            logger: logger
        )
        let renewing = try renewal.schedule()
            .map {
                RenewalService(
                    of: service,
                    schedule: $0,
                    registry: responder.handlers.registry,
                    logger: logger
                )
            }
        try await ServiceRunner.run(
            (renewing.map { [$0] } ?? []) + [server],
            limits: limits,
            logger: logger
        )
    }

    private var settings: ServiceSettings {
        var settings = ServiceSettings(keyAlgorithm: keyAlgorithm)
        renewal.apply(to: &settings)
        settings.keyCreationsAtOnce = notaryLimits.maxKeyCreations
        return settings
    }

    private var authentication: Authentication {
        get throws {
            if try tokens.configuration() != nil { return .tokens }
            return noAuthentication ? .none : .requiredOffLoopback
        }
    }

    private static func keyAlgorithm(_ text: String) throws(ValidationError) -> KeyAlgorithm {
        guard let algorithm = KeyAlgorithm(rawValue: text) else {
            let known = KeyAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("`\(text)` is not a key algorithm: expected one of \(known)")
        }
        return algorithm
    }

    private static func logLevel(_ text: String) throws(ValidationError) -> Logger.Level {
        guard let level = Logger.Level(rawValue: text) else {
            let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("`\(text)` is not a log level: expected one of \(known)")
        }
        return level
    }
}

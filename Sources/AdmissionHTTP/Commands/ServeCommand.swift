import ArgumentParser
import HTTPService
import Hummingbird
import ImageTrust
import Logging
import NotaryClient
import ServiceLifecycle

/// Answers the API server until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the webhook: POST /admit, /health/liveness, /health/readiness, /metrics."
    )

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var listening: ListenOptions
    @OptionGroup var trust: TrustOptions

    @Option(help: "The folder that remembers roots and versions, so that rollback is noticed.")
    var data = "admission-data"

    @Option(help: "The least severe events to log: trace, debug, info, notice, warning, error.")
    var logLevel = "info"

    func run() async throws {
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw ValidationError("`\(logLevel)` is not a log level")
        }
        let logger = JSONLogHandler.logger(label: "AdmissionHTTP", level: level)
        let registry = MetricsRegistry()
        let files = ManifestFiles(paths: policies.paths)
        let source = try PolicySource(loading: files, registry: registry, logger: logger)
        let store = try FileTrustStateStore(folder: "\(data)/trust")
        let (resolver, transport) = try trust.resolver(remembering: store)
        let application = AdmissionApplication(
            admission: Admission(policies: source, resolver: resolver),
            metrics: AdmissionMetrics(registry: registry),
            registry: registry,
            logger: logger
        )
        let services = try application.servers(
            webhook: listening.webhook(),
            metrics: listening.metrics()
        )
        try await ServiceRunner.run([source] + services, logger: logger)
        await resolver.shutdown()
        await transport.shutdown()
    }
}

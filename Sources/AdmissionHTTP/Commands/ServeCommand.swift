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
        let webhook = try listening.webhook()
        let metrics = listening.metrics.listener(limits: listening.limits)
        let logger = JSONLogHandler.logger(label: "AdmissionHTTP", level: level)
        let registry = MetricsRegistry()
        ProcessMetrics.add(to: registry)
        let files = ManifestFiles(paths: policies.paths)
        let source = try PolicySource(loading: files, registry: registry, logger: logger)
        let store = try FileTrustStateStore(folder: "\(data)/trust")
        try await trust.withResolver(remembering: store) { resolver in
            let application = AdmissionApplication(
                admission: Admission(policies: source, resolver: resolver),
                metrics: AdmissionMetrics(registry: registry),
                registry: registry,
                places: Capacity(listening.limits.maxRequests),
                logger: logger
            )
            let servers = try application.servers(webhook: webhook, metrics: metrics)
            try await ServiceRunner.run(
                [source] + servers,
                limits: listening.limits,
                logger: logger
            )
        }
    }
}

import Hummingbird
public import Logging

extension HTTPServer {
    /// A server for operators only: `/metrics`, `/health/liveness` and `/health/readiness`.
    ///
    /// - Throws: ``ListenerError``.
    public init(
        operations listener: Listener,
        readiness: HealthMonitor,
        registry: MetricsRegistry,
        logger: Logger
    ) throws(ListenerError) {
        let router = Router()
        router.metrics("/metrics", of: registry)
        router.health("/health/liveness")
        router.health("/health/readiness", readiness)
        try self.init(
            listener: listener,
            responder: IdentifyingResponder(router.buildResponder()),
            registry: registry,
            logger: logger
        )
    }
}

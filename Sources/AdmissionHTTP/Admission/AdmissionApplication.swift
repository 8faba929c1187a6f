import HTTPService
import Hummingbird
import Logging
import ServiceLifecycle

/// The routes of the webhook.
struct AdmissionApplication: Sendable {
    let admission: Admission
    let metrics: AdmissionMetrics
    let registry: MetricsRegistry
    /// For reviews that are decided on at once.
    var places = Capacity(LimitOptions.requestsAtOnce)
    let logger: Logger

    /// POST /admit and the health of the process; the metrics too where they are asked for here.
    ///
    /// There are policies in force from the first moment, so readiness asks for nothing more.
    func router(withMetrics: MetricsPlace) -> Router<BasicRequestContext> {
        let router = Router()
        let handler = AdmitHandler(admission: admission, metrics: metrics, logger: logger)
        router.group()
            .add(middleware: RequestLimit(places))
            .post("/admit") { request, context in
                await handler.respond(to: request, id: RequestID(of: request, else: context.id))
            }
        router.health("/health/liveness")
        router.health("/health/readiness")
        if withMetrics == .here { router.metrics("/metrics", of: registry) }
        return router
    }

    /// The listeners as services.
    ///
    /// - Throws: ``ListenerError``.
    func servers(webhook: Listener, metrics: Listener?) throws -> [any Service] {
        let place: MetricsPlace = metrics == nil ? .here : .elsewhere
        let main = try HTTPServer(
            listener: webhook,
            responder: IdentifyingResponder(router(withMetrics: place).buildResponder()),
            registry: registry,
            logger: logger
        )
        guard let metrics else { return [main] }
        let side = try HTTPServer(
            operations: metrics,
            readiness: HealthMonitor([]),
            registry: registry,
            logger: logger
        )
        return [main, side]
    }
}

import HTTPService
import Logging
import NotaryService
import TUFCore

extension NotaryResponder {
    /// A responder for `service`.
    init(
        service: NotaryService,
        limits: UploadLimits = UploadLimits(),
        logger: Logger,
        now: @escaping @Sendable () -> UTCTime = SystemTime.now
    ) {
        let registry = MetricsRegistry()
        handlers = NotaryHandlers(
            service: service,
            registry: registry,
            uploads: UploadReader(limits: limits),
            audit: AuditLog(logger: logger),
            now: now
        )
        metrics = RequestMetrics(registry: registry)
        self.logger = logger
    }
}

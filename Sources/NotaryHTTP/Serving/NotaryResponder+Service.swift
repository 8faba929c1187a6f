import HTTPService
import Logging
import NotaryService
import TUFCore

extension NotaryResponder {
    /// A responder for `service`, which lets in whom `tokens` does, or everyone.
    init(
        service: NotaryService,
        limits: UploadLimits = UploadLimits(),
        tokens: TokenAuthenticator? = nil,
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
        self.tokens = tokens
        metrics = RequestMetrics(registry: registry)
        self.logger = logger
    }
}

import HTTPService
import Logging
import NotaryService
import TUFCore

extension NotaryResponder {
    /// A responder for `service`, which lets in whom `tokens` does, or everyone, to the
    /// repositories of `gunPrefixes`.
    ///
    /// Audit lines go to `logger` where there is no log for them.
    init(
        service: NotaryService,
        limits: UploadLimits = UploadLimits(),
        requestsAtOnce: Int = LimitOptions.requestsAtOnce,
        caching: CachingConfiguration = CachingConfiguration(),
        gunPrefixes: GUNPrefixes = .all,
        readyFiles: ReadyFiles = ReadyFiles(),
        metricsPlace: MetricsPlace = .here,
        tokens: TokenAuthenticator? = nil,
        audit: AuditLog? = nil,
        logger: Logger,
        now: @escaping @Sendable () -> UTCTime = SystemTime.now
    ) {
        let registry = MetricsRegistry()
        let uploads = UploadReader(limits: limits)
        let places = Capacity(requestsAtOnce)
        ProcessMetrics.add(to: registry)
        registry.observe("countersign_http_requests_running") { Double(places.inUse) }
        registry.observe("countersign_notary_upload_bytes") { Double(uploads.memory.inUse) }
        handlers = NotaryHandlers(
            service: service,
            registry: registry,
            metricsPlace: metricsPlace,
            uploads: uploads,
            caching: caching,
            readyFiles: readyFiles,
            audit: audit ?? AuditLog(logger: logger),
            health: HealthMonitor(Self.checks(of: service)),
            readiness: HealthMonitor(Array(Self.checks(of: service).prefix(1))),
            now: now
        )
        self.gunPrefixes = gunPrefixes
        self.tokens = tokens
        self.places = places
        log = RequestLog(metrics: RequestMetrics(registry: registry), logger: logger)
    }

    /// What can be answered without this responder: nothing where tokens have to be looked at.
    var ready: ReadyReads? {
        guard tokens == nil else { return nil }
        return ReadyReads(
            files: handlers.readyFiles,
            service: handlers.service,
            log: log,
            now: handlers.now
        )
    }

    /// The store first: without a signer, what has not expired is still served.
    private static func checks(of service: NotaryService) -> [HealthCheck] {
        [
            HealthCheck(name: "DB operational") { await service.storeFailure() },
            HealthCheck(name: "Trust operational") { await service.signingFailure() },
        ]
    }
}

import HTTPService
import Logging
import NotaryService
import NotarySigner
import NotaryStorage
import ServiceLifecycle
import TUFCore

/// Makes the server that a configuration describes: the one place where it is wired.
struct ServerAssembly: Sendable {
    let configuration: ServerConfiguration
    /// May hold the passphrases of the keys.
    let environment: [String: String]
    let logger: Logger

    /// What is to be run, in the order of the start.
    ///
    /// Nothing is made on disk before the files that it names are known to be usable.
    ///
    /// - Throws: ``ListenerError``, ``TokenCertificatesError``, ``SignerConnectionError``,
    ///   ``AuditFileError``, ``StoreError``, ``SigningServiceError`` or ``KeyFileError``.
    func services() async throws -> [any Service] {
        try configuration.listener.tls?.check(logger: logger)
        let tokens = try configuration.tokens.map {
            try TokenAuthenticator($0, logger: logger, now: SystemTime.now())
        }
        let auditFile = try configuration.auditLog.map(AuditFile.init)
        let stores = try Stores(configuration.storage, environment: environment, logger: logger)
        let (signing, connections) = try await signing(stores)
        let service = NotaryService(
            store: stores.metadata,
            signing: signing,
            settings: settings,
            logger: logger
        )
        let responder = NotaryResponder(
            service: service,
            limits: configuration.limits.uploads,
            requestsAtOnce: configuration.limits.requestsAtOnce,
            caching: configuration.caching,
            gunPrefixes: configuration.gunPrefixes,
            readyFiles: ReadyFiles(capacity: configuration.limits.metadataCacheBytes),
            metricsPlace: configuration.metrics == nil ? .here : .elsewhere,
            tokens: tokens,
            audit: auditFile.map { AuditLog(file: $0, otherwise: logger) },
            logger: logger
        )
        let servers = try responder.servers(
            on: configuration.listener,
            metrics: configuration.metrics
        )
        let first =
            connections + (auditFile.map { [AuditFileService(file: $0, logger: logger)] } ?? [])
        guard let schedule = configuration.renewal.schedule else { return first + servers }
        let renewal = RenewalService(
            of: service,
            schedule: schedule,
            registry: responder.handlers.registry,
            logger: logger
        )
        return first + [renewal] + servers
    }

    private var settings: ServiceSettings {
        var settings = configuration.renewal.settings(configuration.trustService)
        settings.keyCreationsAtOnce = configuration.limits.keyCreationsAtOnce
        return settings
    }

    /// Who makes and uses the server's keys, and what must run for it.
    private func signing(_ stores: Stores) async throws -> (any SigningService, [any Service]) {
        switch configuration.trustService {
        case .local:
            return (try await stores.signing(alias: configuration.defaultAlias), [])
        case .remote(let signer):
            let remote = RemoteSigningService(
                over: try signer.connection(),
                records: stores.records
            )
            return (remote, [SignerConnectionService(remote)])
        }
    }
}

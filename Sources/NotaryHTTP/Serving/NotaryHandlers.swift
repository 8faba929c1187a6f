import HTTPService
import Hummingbird
import Logging
import NotaryService
import TUFCore

/// What is done for each route.
struct NotaryHandlers: Sendable {
    let service: NotaryService
    let registry: MetricsRegistry
    let metricsPlace: MetricsPlace
    let uploads: UploadReader
    let caching: CachingConfiguration
    let readyFiles: ReadyFiles
    let audit: AuditLog
    let health: HealthMonitor
    let readiness: HealthMonitor
    let now: @Sendable () -> UTCTime

    /// The answer to a request whose route is known.
    ///
    /// The body is read only by an update, the query only by the changefeed; audit lines name the
    /// requester.
    func answer(
        _ route: NotaryRoute,
        _ request: Request,
        _ target: RequestTarget,
        requester: Requester
    ) async throws(RequestFailure) -> Response {
        switch route {
        case .base: .plain(Array("{}".utf8))
        case .health: await health.report().response
        case .liveness: HealthReport(failures: [:]).response
        case .readiness: await readiness.report().response
        case .metrics where metricsPlace == .here: registry.scrape(request)
        case .metrics: throw .refused(ErrorBody(refusing: .notFound))
        case .update(let gun): try await update(gun, request, requester)
        case .metadataByHash(let gun, let role, let digest):
            try await file(FileRequest(gun: gun, role: role, selection: .digest(digest)), request)
        case .metadataByVersion(let gun, let role, let number):
            try await file(FileRequest(gun: gun, role: role, selection: .version(number)), request)
        case .current(let gun, let role):
            try await file(FileRequest(gun: gun, role: role, selection: .current), request)
        case .key(let gun, let role): try await key(gun, role, requester)
        case .rotateKey(let gun, let role): try await rotateKey(gun, role, requester)
        case .delete(let gun): try await delete(gun, requester)
        case .changefeed(let gun): try await changes(gun, target)
        // There never was such a repository, and nothing to delete.
        case .deletionOfImpossibleName: Response(status: .ok)
        case .changefeedOfImpossibleName: try noChanges(target)
        case .nothingStored, .versionOutOfRange, .updateOfImpossibleName, .notFound:
            throw .refused(ErrorBody(refusing: route))
        case .pageNotFound: .pageNotFound
        case .methodNotAllowed: Response(status: .methodNotAllowed)
        }
    }
}

import Hummingbird
import NotaryService
import TUFCore

extension NotaryHandlers {
    /// GET of a metadata file, or word that the client has it already.
    func file(
        _ route: NotaryRoute,
        _ preconditions: Preconditions
    ) async throws(RequestFailure) -> Response {
        do {
            let file = try await stored(route)
            let policy = caching.policy(of: route)
            return switch preconditions.verdict(for: file) {
            case .modified: .metadata(file, policy)
            case .notModified: .notModified(file, policy)
            case .notModifiedIfAlone:
                try await isAlone(file, route)
                    ? .notModified(file, policy) : .metadata(file, policy)
            }
        } catch {
            throw .service(error)
        }
    }

    private func stored(_ route: NotaryRoute) async throws(NotaryServiceError) -> StoredMetadata {
        switch route {
        case .metadataByHash(let gun, let role, let digest):
            try await service.metadata(role, of: gun, digest: digest)
        case .metadataByVersion(let gun, let role, let version):
            try await service.metadata(role, of: gun, version: version)
        case .current(let gun, let role):
            try await service.current(role, of: gun, now: now())
        default: throw .metadataNotFound
        }
    }

    /// Whether the second in which a file was stored says which file it is.
    private func isAlone(
        _ file: StoredMetadata,
        _ route: NotaryRoute
    ) async throws(NotaryServiceError) -> Bool {
        switch route {
        case .current(let gun, _), .metadataByVersion(let gun, _, _):
            try await service.isOnlyChange(of: gun, inSecondOf: file.storedAt)
        default: true
        }
    }
}

import Hummingbird
import NotaryService
import TUFCore

extension NotaryHandlers {
    /// POST of metadata files.
    func update(
        _ gun: GUN,
        _ request: Request,
        _ requester: Requester
    ) async throws(RequestFailure) -> Response {
        let share = UploadShare(of: uploads.memory)
        defer { share.giveBack() }
        let parts = try await uploads.parts(of: request, in: share)
        let result = await published(parts, to: gun)
        do {
            audit.note(.published(try result.get()), by: requester)
            return Response(status: .ok)
        } catch {
            throw .publication(error, roles: parts.map(\.name))
        }
    }

    /// Checking thousands of targets takes milliseconds, which the connection's event loop must not
    /// lose, since other connections wait on it; a few take less than to change the thread twice.
    private func published(
        _ parts: [PublicationPart],
        to gun: GUN
    ) async -> Result<CheckedPublication, NotaryServiceError> {
        guard parts.reduce(0, { $0 + $1.bytes.count }) > Self.mostBytesOnLoop else {
            return await publish(parts, to: gun)
        }
        return await withTaskExecutorPreference(globalConcurrentExecutor) {
            await publish(parts, to: gun)
        }
    }

    private static let mostBytesOnLoop = 16 * 1024

    /// GET of the server's key for a role.
    func key(
        _ gun: GUN,
        _ role: ServerRole,
        _ requester: Requester
    ) async throws(RequestFailure) -> Response {
        do {
            return .key(
                try await service.key(
                    for: role,
                    of: gun,
                    onMade: notingKey(for: role, of: gun, requester)
                )
            )
        } catch {
            throw .service(error)
        }
    }

    /// POST for another key for a role.
    func rotateKey(
        _ gun: GUN,
        _ role: ServerRole,
        _ requester: Requester
    ) async throws(RequestFailure) -> Response {
        do {
            let key = try await service.rotateKey(
                for: role,
                of: gun,
                onMade: notingKey(for: role, of: gun, requester)
            )
            audit.note(.rotated(to: key, for: role, of: gun), by: requester)
            return .key(key)
        } catch {
            throw .service(error)
        }
    }

    /// Audits a key that had to be made; one that was there already is only read.
    private func notingKey(
        for role: ServerRole,
        of gun: GUN,
        _ requester: Requester
    ) -> @Sendable (Key) -> Void {
        { audit.note(.made($0, for: role, of: gun), by: requester) }
    }

    /// DELETE of a repository.
    func delete(_ gun: GUN, _ requester: Requester) async throws(RequestFailure) -> Response {
        do {
            try await service.delete(gun, now: now())
            audit.note(.deleted(gun), by: requester)
            return Response(status: .ok)
        } catch {
            throw .service(error)
        }
    }

    private func publish(
        _ parts: [PublicationPart],
        to gun: GUN
    ) async -> Result<CheckedPublication, NotaryServiceError> {
        do {
            return .success(try await service.publish(parts, to: gun, now: now()))
        } catch {
            return .failure(error)
        }
    }
}

import NotaryService
import TUFCore

/// Which metadata file a route asks for.
struct FileRequest: Hashable, Sendable {
    /// Which of the files of a role.
    enum Selection: Hashable, Sendable {
        case current
        case digest(Digest)
        case version(Int)
    }

    let gun: GUN
    let role: RoleName
    let selection: Selection

    /// The name under which it is counted.
    var operation: Operation {
        switch selection {
        case .current: .current
        case .digest: .byHash
        case .version: .byVersion
        }
    }

    /// Reads it; what has expired is renewed first where it is current.
    func file(
        from service: NotaryService,
        now: UTCTime
    ) async throws(NotaryServiceError) -> StoredMetadata {
        switch selection {
        case .current: try await service.current(role, of: gun, now: now)
        case .digest(let digest): try await service.metadata(role, of: gun, digest: digest)
        case .version(let number): try await service.metadata(role, of: gun, version: number)
        }
    }

    /// Whether the second in which the file was stored says which file it is.
    func isAlone(
        _ file: SentFile,
        in service: NotaryService
    ) async throws(NotaryServiceError) -> Bool {
        if case .digest = selection { return true }
        return try await service.isOnlyChange(of: gun, inSecondOf: file.storedAt)
    }
}

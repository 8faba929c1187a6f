public import NotaryService
import Synchronization
public import TUFCore

/// Repositories in memory: for tests and trials, since nothing outlives the process.
///
/// No actor: what a call does takes less time than going to an actor and back.
public final class InMemoryMetadataStore: ImmediateHeads {
    private let repositories = Mutex(InMemoryRepositories())
    /// Changed while ``repositories`` is held.
    private let heads = CurrentHeads()

    /// An empty store.
    public init() {}

    /// See ``MetadataStore``.
    public func current(
        _ role: RoleName,
        of gun: GUN
    ) async throws(StoreError) -> StoredMetadata? {
        repositories.withLock { $0.current(role, of: gun) }
    }

    /// See ``MetadataStore``.
    public func head(of gun: GUN) async throws(StoreError) -> Digest? {
        heads[gun]
    }

    /// See ``ImmediateHeads``.
    public func headAtOnce(of gun: GUN) -> HeadAtOnce {
        .known(heads[gun])
    }

    /// See ``MetadataStore``.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        sha256: Digest
    ) async throws(StoreError) -> StoredMetadata? {
        repositories.withLock { $0.last(role, of: gun) { $0.sha256 == sha256 } }
    }

    /// See ``MetadataStore``.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        version: MetadataVersion
    ) async throws(StoreError) -> StoredMetadata? {
        repositories.withLock { $0.last(role, of: gun) { $0.version == version } }
    }

    /// See ``MetadataStore``.
    public func publish(_ publication: CheckedPublication) async throws(StoreError) {
        try repositories.withLock { repositories throws(StoreError) in
            try repositories.publish(publication)
            heads[publication.gun] = publication.timestamp.sha256
        }
    }

    /// See ``MetadataStore``.
    public func delete(_ gun: GUN, at time: UTCTime) async throws(StoreError) {
        repositories.withLock { repositories in
            if repositories.delete(gun, at: time) { heads[gun] = nil }
        }
    }

    /// See ``MetadataStore``.
    public func repositories(
        expiringBy time: UTCTime,
        after last: ExpiringRepository?,
        limit: Int
    ) async throws(StoreError) -> [ExpiringRepository] {
        repositories.withLock { $0.expiring(by: time, after: last, limit: limit) }
    }

    /// See ``MetadataStore``.
    public func changes(_ query: ChangefeedQuery) async throws(StoreError) -> [Change] {
        let feed = repositories.withLock { $0.feed }
        let entries = feed.filter { query.gun == nil || $0.gun == query.gun }
        switch query.window {
        case .after(let id): return Array(entries.filter { $0.id > id }.prefix(query.limit))
        case .before(let id): return entries.filter { $0.id < id }.suffix(query.limit)
        case .newest: return entries.suffix(query.limit)
        }
    }

    /// See ``MetadataStore``.
    public func checkHealth() async throws(StoreError) {}
}

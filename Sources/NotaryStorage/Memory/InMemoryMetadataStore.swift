public import NotaryService
public import TUFCore

/// Repositories in memory: for tests and trials, since nothing outlives the process.
public actor InMemoryMetadataStore: ImmediateHeads {
    private typealias Versions = [StoredMetadata]

    /// Oldest version first.
    private var repositories: [GUN: [RoleName: Versions]] = [:]
    /// Oldest first.
    private var feed: [Change] = []
    private var expiring = ExpiryIndex()
    private let heads = CurrentHeads()

    /// An empty store.
    public init() {}

    /// See ``MetadataStore``.
    public func current(
        _ role: RoleName,
        of gun: GUN
    ) async throws(StoreError) -> StoredMetadata? {
        versions(of: role, in: gun).last
    }

    /// See ``MetadataStore``.
    public func head(of gun: GUN) async throws(StoreError) -> Digest? {
        heads[gun]
    }

    /// See ``ImmediateHeads``.
    public nonisolated func headAtOnce(of gun: GUN) -> Digest? {
        heads[gun]
    }

    /// See ``MetadataStore``.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        sha256: Digest
    ) async throws(StoreError) -> StoredMetadata? {
        versions(of: role, in: gun).last { $0.sha256 == sha256 }
    }

    /// See ``MetadataStore``.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        version: MetadataVersion
    ) async throws(StoreError) -> StoredMetadata? {
        versions(of: role, in: gun).last { $0.version == version }
    }

    /// See ``MetadataStore``.
    public func publish(_ publication: CheckedPublication) async throws(StoreError) {
        let gun = publication.gun
        for file in publication.files {
            guard let stored = versions(of: file.role, in: gun).last else { continue }
            guard stored.version.number < file.version.number else {
                throw .olderVersion(
                    role: file.role,
                    stored: stored.version,
                    offered: file.version
                )
            }
        }
        guard versions(of: .timestamp, in: gun).last?.sha256 == publication.basis else {
            throw .basisChanged(gun: gun)
        }
        for file in publication.files {
            repositories[gun, default: [:]][file.role, default: []].append(file)
        }
        heads[gun] = publication.timestamp.sha256
        append(publication.timestamp.change, of: gun, at: publication.time)
        expiring.note(ExpiringRepository(publication))
    }

    /// See ``MetadataStore``.
    public func delete(_ gun: GUN, at time: UTCTime) async throws(StoreError) {
        guard repositories.removeValue(forKey: gun) != nil else { return }
        heads[gun] = nil
        append(.deletion, of: gun, at: time)
        expiring.remove(gun)
    }

    /// See ``MetadataStore``.
    public func repositories(
        expiringBy time: UTCTime,
        after last: ExpiringRepository?,
        limit: Int
    ) async throws(StoreError) -> [ExpiringRepository] {
        expiring.repositories(expiringBy: time, after: last, limit: limit)
    }

    /// See ``MetadataStore``.
    public func changes(_ query: ChangefeedQuery) async throws(StoreError) -> [Change] {
        let entries = feed.filter { query.gun == nil || $0.gun == query.gun }
        switch query.window {
        case .after(let id): return Array(entries.filter { $0.id > id }.prefix(query.limit))
        case .before(let id): return entries.filter { $0.id < id }.suffix(query.limit)
        case .newest: return entries.suffix(query.limit)
        }
    }

    /// See ``MetadataStore``.
    public func checkHealth() async throws(StoreError) {}

    private func versions(of role: RoleName, in gun: GUN) -> Versions {
        repositories[gun]?[role] ?? []
    }

    private func append(_ kind: Change.Kind, of gun: GUN, at time: UTCTime) {
        feed.append(Change(id: feed.count + 1, createdAt: time, gun: gun, kind: kind))
    }
}

extension ExpiringRepository {
    /// When what a publication makes current expires.
    init(_ publication: CheckedPublication) {
        self.init(gun: publication.gun, expires: publication.expires)
    }
}

extension StoredMetadata {
    /// The changefeed's word for storing this timestamp.
    var change: Change.Kind { .update(timestampVersion: version, sha256: sha256) }
}

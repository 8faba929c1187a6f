public import NotaryService
public import TUFCore

/// A store that keeps what it was asked to publish, and hands all calls on.
public actor RecordingMetadataStore: MetadataStore {
    /// What was published, in order.
    public private(set) var publications: [CheckedPublication] = []
    private let base: any MetadataStore

    /// Records the calls to a store.
    public init(_ base: any MetadataStore) {
        self.base = base
    }

    /// See `MetadataStore`.
    public func current(
        _ role: RoleName,
        of gun: GUN
    ) async throws(StoreError) -> StoredMetadata? {
        try await base.current(role, of: gun)
    }

    /// See `MetadataStore`.
    public func head(of gun: GUN) async throws(StoreError) -> Digest? {
        try await base.head(of: gun)
    }

    /// See `MetadataStore`.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        sha256: Digest
    ) async throws(StoreError) -> StoredMetadata? {
        try await base.metadata(role, of: gun, sha256: sha256)
    }

    /// See `MetadataStore`.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        version: MetadataVersion
    ) async throws(StoreError) -> StoredMetadata? {
        try await base.metadata(role, of: gun, version: version)
    }

    /// See `MetadataStore`.
    public func publish(_ publication: CheckedPublication) async throws(StoreError) {
        try await base.publish(publication)
        publications.append(publication)
    }

    /// See `MetadataStore`.
    public func delete(_ gun: GUN, at time: UTCTime) async throws(StoreError) {
        try await base.delete(gun, at: time)
    }

    /// See `MetadataStore`.
    public func repositories(
        expiringBy time: UTCTime,
        after last: ExpiringRepository?,
        limit: Int
    ) async throws(StoreError) -> [ExpiringRepository] {
        try await base.repositories(expiringBy: time, after: last, limit: limit)
    }

    /// See `MetadataStore`.
    public func changes(_ query: ChangefeedQuery) async throws(StoreError) -> [Change] {
        try await base.changes(query)
    }

    /// See `MetadataStore`.
    public func checkHealth() async throws(StoreError) {
        try await base.checkHealth()
    }
}

public import NotaryService
public import TUFCore

/// A store whose calls fail from the one on that a test names.
public actor FailingMetadataStore: MetadataStore {
    /// How many calls came.
    public private(set) var calls = 0
    private let base: any MetadataStore
    private var remaining: Int

    /// Fails once `count` calls went well.
    public init(_ base: any MetadataStore, after count: Int) {
        self.base = base
        remaining = count
    }

    /// See `MetadataStore`.
    public func current(
        _ role: RoleName,
        of gun: GUN
    ) async throws(StoreError) -> StoredMetadata? {
        try count()
        return try await base.current(role, of: gun)
    }

    /// See `MetadataStore`.
    public func head(of gun: GUN) async throws(StoreError) -> Digest? {
        try count()
        return try await base.head(of: gun)
    }

    /// See `MetadataStore`.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        sha256: Digest
    ) async throws(StoreError) -> StoredMetadata? {
        try count()
        return try await base.metadata(role, of: gun, sha256: sha256)
    }

    /// See `MetadataStore`.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        version: MetadataVersion
    ) async throws(StoreError) -> StoredMetadata? {
        try count()
        return try await base.metadata(role, of: gun, version: version)
    }

    /// See `MetadataStore`.
    public func publish(_ publication: CheckedPublication) async throws(StoreError) {
        try count()
        try await base.publish(publication)
    }

    /// See `MetadataStore`.
    public func delete(_ gun: GUN, at time: UTCTime) async throws(StoreError) {
        try count()
        try await base.delete(gun, at: time)
    }

    /// See `MetadataStore`.
    public func repositories(
        expiringBy time: UTCTime,
        after last: ExpiringRepository?,
        limit: Int
    ) async throws(StoreError) -> [ExpiringRepository] {
        try count()
        return try await base.repositories(expiringBy: time, after: last, limit: limit)
    }

    /// See `MetadataStore`.
    public func changes(_ query: ChangefeedQuery) async throws(StoreError) -> [Change] {
        try count()
        return try await base.changes(query)
    }

    /// See `MetadataStore`.
    public func checkHealth() async throws(StoreError) {
        try count()
        try await base.checkHealth()
    }

    private func count() throws(StoreError) {
        calls += 1
        guard remaining > 0 else { throw .unavailable("told to fail") }
        remaining -= 1
    }
}

public import NotaryService
public import TUFCore

/// A store at which something happens before one of its calls, as others may do at any time.
public actor InterruptedMetadataStore: MetadataStore {
    private let base: any MetadataStore
    private var remaining: Int
    private let interruption: @Sendable () async throws -> Void

    /// Hands all calls on; the interruption comes once `count` calls were made.
    public init(
        _ base: any MetadataStore,
        after count: Int,
        by interruption: @escaping @Sendable () async throws -> Void
    ) {
        self.base = base
        remaining = count
        self.interruption = interruption
    }

    /// See `MetadataStore`.
    public func current(
        _ role: RoleName,
        of gun: GUN
    ) async throws(StoreError) -> StoredMetadata? {
        try await count()
        return try await base.current(role, of: gun)
    }

    /// See `MetadataStore`.
    public func head(of gun: GUN) async throws(StoreError) -> Digest? {
        try await count()
        return try await base.head(of: gun)
    }

    /// See `MetadataStore`.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        sha256: Digest
    ) async throws(StoreError) -> StoredMetadata? {
        try await count()
        return try await base.metadata(role, of: gun, sha256: sha256)
    }

    /// See `MetadataStore`.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        version: MetadataVersion
    ) async throws(StoreError) -> StoredMetadata? {
        try await count()
        return try await base.metadata(role, of: gun, version: version)
    }

    /// See `MetadataStore`.
    public func publish(_ publication: CheckedPublication) async throws(StoreError) {
        try await count()
        try await base.publish(publication)
    }

    /// See `MetadataStore`.
    public func delete(_ gun: GUN, at time: UTCTime) async throws(StoreError) {
        try await count()
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

    private func count() async throws(StoreError) {
        remaining -= 1
        guard remaining == -1 else { return }
        do {
            try await interruption()
        } catch {
            throw .unavailable("\(error)")
        }
    }
}

public import NotaryService
public import TUFCore

/// A store that hands all calls on to another one; what conforms says what happens beside that.
public protocol ForwardingMetadataStore: MetadataStore {
    /// The other one.
    var base: any MetadataStore { get }

    /// Comes before each call; the call is not made when this throws.
    func willCall() async throws(StoreError)
}

extension ForwardingMetadataStore {
    /// Nothing happens.
    public func willCall() async throws(StoreError) {}

    /// See `MetadataStore`.
    public func current(
        _ role: RoleName,
        of gun: GUN
    ) async throws(StoreError) -> StoredMetadata? {
        try await willCall()
        return try await base.current(role, of: gun)
    }

    /// See `MetadataStore`.
    public func head(of gun: GUN) async throws(StoreError) -> Digest? {
        try await willCall()
        return try await base.head(of: gun)
    }

    /// See `MetadataStore`.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        sha256: Digest
    ) async throws(StoreError) -> StoredMetadata? {
        try await willCall()
        return try await base.metadata(role, of: gun, sha256: sha256)
    }

    /// See `MetadataStore`.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        version: MetadataVersion
    ) async throws(StoreError) -> StoredMetadata? {
        try await willCall()
        return try await base.metadata(role, of: gun, version: version)
    }

    /// See `MetadataStore`.
    public func publish(_ publication: CheckedPublication) async throws(StoreError) {
        try await willCall()
        try await base.publish(publication)
    }

    /// See `MetadataStore`.
    public func delete(_ gun: GUN, at time: UTCTime) async throws(StoreError) {
        try await willCall()
        try await base.delete(gun, at: time)
    }

    /// See `MetadataStore`.
    public func repositories(
        expiringBy time: UTCTime,
        after last: ExpiringRepository?,
        limit: Int
    ) async throws(StoreError) -> [ExpiringRepository] {
        try await willCall()
        return try await base.repositories(expiringBy: time, after: last, limit: limit)
    }

    /// See `MetadataStore`.
    public func changes(_ query: ChangefeedQuery) async throws(StoreError) -> [Change] {
        try await willCall()
        return try await base.changes(query)
    }

    /// See `MetadataStore`.
    public func checkHealth() async throws(StoreError) {
        try await willCall()
        try await base.checkHealth()
    }
}

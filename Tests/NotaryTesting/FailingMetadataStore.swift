public import NotaryService

/// A store whose calls fail from the one on that a test names.
public actor FailingMetadataStore: ForwardingMetadataStore {
    /// How many calls came.
    public private(set) var calls = 0
    /// See `ForwardingMetadataStore`.
    public nonisolated let base: any MetadataStore
    private var remaining: Int

    /// Fails once `count` calls went well.
    public init(_ base: any MetadataStore, after count: Int) {
        self.base = base
        remaining = count
    }

    /// See `ForwardingMetadataStore`.
    public func willCall() async throws(StoreError) {
        calls += 1
        guard remaining > 0 else { throw .unavailable("told to fail") }
        remaining -= 1
    }
}

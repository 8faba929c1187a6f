public import NotaryService

/// A store at which something happens before one of its calls, as others may do at any time.
public actor InterruptedMetadataStore: ForwardingMetadataStore {
    /// See `ForwardingMetadataStore`.
    public nonisolated let base: any MetadataStore
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

    /// See `ForwardingMetadataStore`.
    public func willCall() async throws(StoreError) {
        remaining -= 1
        guard remaining == -1 else { return }
        do {
            try await interruption()
        } catch {
            throw .unavailable("\(error)")
        }
    }
}

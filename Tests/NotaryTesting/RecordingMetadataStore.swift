public import NotaryService

/// A store that keeps what it was asked to publish, and hands all calls on.
public actor RecordingMetadataStore: ForwardingMetadataStore {
    /// What was published, in order.
    public private(set) var publications: [CheckedPublication] = []
    /// See `ForwardingMetadataStore`.
    public nonisolated let base: any MetadataStore

    /// Records the calls to a store.
    public init(_ base: any MetadataStore) {
        self.base = base
    }

    /// See `MetadataStore`.
    public func publish(_ publication: CheckedPublication) async throws(StoreError) {
        try await base.publish(publication)
        publications.append(publication)
    }
}

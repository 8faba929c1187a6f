public import NotaryService
public import TUFCore

/// Records of keys in memory: beside repositories that do not outlive the process either.
public actor InMemoryKeyRecordStore: KeyRecordStore {
    private var records: [KeyID: KeyRecord] = [:]
    /// Those that never signed, oldest first.
    private var unused: [KeyPurpose: [KeyID]] = [:]

    /// An empty store.
    public init() {}

    /// See ``KeyRecordStore``.
    public func claim(
        _ id: KeyID,
        for purpose: KeyPurpose
    ) async throws(StoreError) -> KeyRecord {
        if let record = records[id] { return record }
        let record = KeyRecord(id: id, purpose: purpose, isUsed: false)
        records[id] = record
        unused[purpose, default: []].append(id)
        return record
    }

    /// See ``KeyRecordStore``.
    public func unusedKey(for purpose: KeyPurpose) async throws(StoreError) -> KeyID? {
        unused[purpose]?.first
    }

    /// See ``KeyRecordStore``.
    public func markUsed(_ id: KeyID) async throws(StoreError) {
        guard let record = records[id], !record.isUsed else { return }
        records[id] = KeyRecord(id: id, purpose: record.purpose, isUsed: true)
        unused[record.purpose]?.removeAll { $0 == id }
    }
}

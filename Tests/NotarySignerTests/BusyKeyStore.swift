import NotaryService
import TUFCore

/// A key store to which a server adds a key just before each of the first attempts to reseal.
actor BusyKeyStore: EncryptedKeyStore {
    private let store: any EncryptedKeyStore
    private let add: @Sendable () async throws -> Void
    private var remaining: Int

    init(
        _ store: any EncryptedKeyStore,
        times: Int,
        add: @escaping @Sendable () async throws -> Void
    ) {
        self.store = store
        self.add = add
        remaining = times
    }

    func reseal(
        _ keys: [ResealedKey],
        under alias: String
    ) async throws(StoreError) -> ResealResult {
        if remaining > 0 {
            remaining -= 1
            do {
                try await add()
            } catch {
                throw .unavailable("\(error)")
            }
        }
        return try await store.reseal(keys, under: alias)
    }

    func key(_ id: KeyID) async throws(StoreError) -> EncryptedKey? {
        try await store.key(id)
    }

    func unusedKey(for purpose: KeyPurpose) async throws(StoreError) -> EncryptedKey? {
        try await store.unusedKey(for: purpose)
    }

    func addUnlessUnused(_ candidate: EncryptedKey) async throws(StoreError) -> EncryptedKey {
        try await store.addUnlessUnused(candidate)
    }

    func markUsed(_ id: KeyID, at time: UTCTime) async throws(StoreError) {
        try await store.markUsed(id, at: time)
    }

    func retire(_ id: KeyID, at time: UTCTime) async throws(StoreError) {
        try await store.retire(id, at: time)
    }

    func newestKeyOfEachAlias() async throws(StoreError) -> [EncryptedKey] {
        try await store.newestKeyOfEachAlias()
    }

    func allKeys() async throws(StoreError) -> [EncryptedKey] {
        try await store.allKeys()
    }
}

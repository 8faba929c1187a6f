public import NotaryService
public import TUFCore

/// Encrypted keys in memory: for tests and trials, since nothing outlives the process.
public actor InMemoryKeyStore: EncryptedKeyStore {
    /// Oldest first.
    private var keys: [EncryptedKey] = []
    /// Those that were given up.
    private var retired: [EncryptedKey] = []

    /// An empty store.
    public init() {}

    /// See ``EncryptedKeyStore``.
    public func key(_ id: KeyID) async throws(StoreError) -> EncryptedKey? {
        keys.first { $0.id == id }
    }

    /// See ``EncryptedKeyStore``.
    public func unusedKey(for purpose: KeyPurpose) async throws(StoreError) -> EncryptedKey? {
        oldestUnused(for: purpose)
    }

    /// See ``EncryptedKeyStore``.
    public func addUnlessUnused(
        _ candidate: EncryptedKey
    ) async throws(StoreError) -> EncryptedKey {
        if let older = oldestUnused(for: candidate.purpose) { return older }
        guard !(keys + retired).contains(where: { $0.id == candidate.id }) else {
            throw .unavailable("key \(candidate.id.hex) is kept already")
        }
        keys.append(candidate)
        return candidate
    }

    /// See ``EncryptedKeyStore``.
    public func markUsed(_ id: KeyID, at time: UTCTime) async throws(StoreError) {
        guard let index = keys.firstIndex(where: { $0.id == id && $0.usedAt == nil }) else {
            return
        }
        keys[index] = keys[index].used(at: time)
    }

    /// See ``EncryptedKeyStore``.
    public func retire(_ id: KeyID, at time: UTCTime) async throws(StoreError) {
        guard let index = keys.firstIndex(where: { $0.id == id }) else { return }
        retired.append(keys.remove(at: index))
    }

    /// See ``EncryptedKeyStore``.
    public func newestKeyOfEachAlias() async throws(StoreError) -> [EncryptedKey] {
        var newest: [String: EncryptedKey] = [:]
        for key in keys {
            newest[key.passphraseAlias] = key
        }
        return newest.values.sorted { $0.passphraseAlias < $1.passphraseAlias }
    }

    /// See ``EncryptedKeyStore``.
    public func allKeys() async throws(StoreError) -> [EncryptedKey] {
        retired + keys
    }

    /// See ``EncryptedKeyStore``.
    public func reseal(
        _ resealed: [ResealedKey],
        under alias: String
    ) async throws(StoreError) -> ResealResult {
        let texts = Dictionary(resealed.map { ($0.id, $0) }) { first, _ in first }
        let known = keys + retired
        let areCurrent = known.allSatisfy { key in
            texts[key.id].map { $0.replaced == key.encryptedPrivate }
                ?? (key.passphraseAlias == alias)
        }
        guard areCurrent, Set(texts.keys).isSubset(of: known.map(\.id)) else { return .outdated }
        keys = keys.map { $0.resealed(by: texts[$0.id], under: alias) }
        retired = retired.map { $0.resealed(by: texts[$0.id], under: alias) }
        return .stored
    }

    private func oldestUnused(for purpose: KeyPurpose) -> EncryptedKey? {
        keys.first { $0.usedAt == nil && $0.purpose == purpose }
    }
}

extension EncryptedKey {
    fileprivate var purpose: KeyPurpose {
        KeyPurpose(role: role, gun: gun, algorithm: algorithm)
    }

    fileprivate func resealed(by new: ResealedKey?, under alias: String) -> EncryptedKey {
        guard let new else { return self }
        return EncryptedKey(
            id: id,
            role: role,
            gun: gun,
            algorithm: algorithm,
            publicBytes: publicBytes,
            encryptedPrivate: new.encryptedPrivate,
            passphraseAlias: alias,
            createdAt: createdAt,
            usedAt: usedAt
        )
    }

    fileprivate func used(at time: UTCTime) -> EncryptedKey {
        EncryptedKey(
            id: id,
            role: role,
            gun: gun,
            algorithm: algorithm,
            publicBytes: publicBytes,
            encryptedPrivate: encryptedPrivate,
            passphraseAlias: passphraseAlias,
            createdAt: createdAt,
            usedAt: time
        )
    }
}

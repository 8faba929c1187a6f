public import NotaryService
public import TUFCore

/// Keys made, kept and used by this process; kept encrypted in a store.
///
/// A kept key that does not open is an error wherever it is met: no other is made in its place.
public struct LocalSigningService: SigningService {
    /// How many decrypted keys stay in memory unless told otherwise.
    public static let defaultCapacity = 4096

    private let store: any EncryptedKeyStore
    private let vault: KeyVault
    private let now: @Sendable () -> UTCTime
    private let opened: OpenedKeys
    private let making = SingleFlight<KeyPurpose, Key, SigningServiceError>()
    private let opening = SingleFlight<KeyID, OpenedKey?, SigningServiceError>()

    /// A service over a key store.
    ///
    /// - Parameters:
    ///   - store: where the encrypted keys are kept.
    ///   - passphrases: open them.
    ///   - capacity: how many decrypted keys stay in memory.
    ///   - now: the clock that keys are dated by.
    public init(
        store: any EncryptedKeyStore,
        passphrases: Passphrases,
        capacity: Int = defaultCapacity,
        now: @escaping @Sendable () -> UTCTime
    ) {
        self.store = store
        vault = KeyVault(passphrases: passphrases)
        self.now = now
        opened = OpenedKeys(capacity: capacity)
    }

    /// Tries each passphrase on a kept key: for a clear error at start, not at the first use.
    ///
    /// - Throws: ``SigningServiceError/undecryptable(_:alias:)``,
    ///   ``SigningServiceError/missingPassphrase(alias:)``,
    ///   ``SigningServiceError/damaged(_:_:)``, ``SigningServiceError/unavailable(_:)``.
    public func checkPassphrases() async throws(SigningServiceError) {
        let keys = try await SigningServiceError.stored { () throws(StoreError) in
            try await store.newestKeyOfEachAlias()
        }
        for key in keys {
            _ = try await opened(key)
        }
    }

    /// See ``SigningService``.
    public func unusedKey(
        for role: ServerRole,
        of gun: GUN,
        algorithm: KeyAlgorithm,
        onMade: @escaping @Sendable (Key) -> Void
    ) async throws(SigningServiceError) -> Key {
        try await unusedKey(
            for: KeyPurpose(role: role.roleName, gun: gun, algorithm: algorithm),
            onMade: onMade
        )
    }

    /// The same for any role.
    func unusedKey(
        for purpose: KeyPurpose,
        onMade: @escaping @Sendable (Key) -> Void = { _ in }
    ) async throws(SigningServiceError) -> Key {
        guard purpose.algorithm != .rsa else { throw .unsupportedAlgorithm(purpose.algorithm) }
        return try await making.value(for: purpose) { () throws(SigningServiceError) in
            let kept = try await SigningServiceError.stored { () throws(StoreError) in
                try await store.unusedKey(for: purpose)
            }
            if let kept { return try await opened(kept).signingKey.key }
            return try await make(for: purpose, onMade: onMade)
        }
    }

    /// See ``SigningService``.
    public func signer(
        for id: KeyID,
        as role: ServerRole,
        of gun: GUN
    ) async throws(SigningServiceError) -> (any Signer)? {
        guard let held = try await heldKey(id), held.purpose.role == role.roleName,
            held.purpose.gun == gun
        else { return nil }
        return held.signer
    }

    /// A signer that uses the private key of this id, and what the key is for.
    ///
    /// - Returns: nil when no such key is held here.
    /// - Throws: ``SigningServiceError``, also when the key is held but cannot be used.
    func heldKey(
        _ id: KeyID
    ) async throws(SigningServiceError) -> HeldKey? {
        guard let key = try await openedKey(id) else { return nil }
        let signer = LocalSigner(key) { () throws(StoreError) in
            try await store.markUsed(id, at: now())
            opened.keep(key.used, as: id)
        }
        return HeldKey(signer: signer, purpose: key.purpose)
    }

    /// Gives a key up: it signs nothing any more, and its row stays.
    ///
    /// - Throws: ``SigningServiceError/unavailable(_:)``.
    func retire(_ id: KeyID) async throws(SigningServiceError) {
        try await SigningServiceError.stored { () throws(StoreError) in
            try await store.retire(id, at: now())
        }
        opened.forget(id)
    }

    /// See ``SigningService``.
    public func checkHealth() async throws(SigningServiceError) {
        try await checkPassphrases()
    }

    private func openedKey(_ id: KeyID) async throws(SigningServiceError) -> OpenedKey? {
        if let key = opened.key(id) { return key }
        return try await opening.value(for: id) { () throws(SigningServiceError) in
            let kept = try await SigningServiceError.stored { () throws(StoreError) in
                try await store.key(id)
            }
            guard let kept else { return nil }
            return try await opened(kept)
        }
    }

    private func opened(_ kept: EncryptedKey) async throws(SigningServiceError) -> OpenedKey {
        if let key = opened.key(kept.id) { return key }
        let key = try vault.open(kept)
        opened.keep(key, as: kept.id)
        return key
    }

    private func make(
        for purpose: KeyPurpose,
        onMade: @Sendable (Key) -> Void
    ) async throws(SigningServiceError) -> Key {
        let fresh = try vault.make(for: purpose, at: now())
        let kept = try await SigningServiceError.stored { () throws(StoreError) in
            try await store.addUnlessUnused(fresh.sealed)
        }
        guard kept.id == fresh.sealed.id else { return try await opened(kept).signingKey.key }
        opened.keep(fresh.opened, as: kept.id)
        let key = fresh.opened.signingKey.key
        onMade(key)
        return key
    }
}

public import NotaryService
public import TUFCore

/// Keys in memory, unencrypted, that a test can take away or break.
public actor TestSigningService: SigningService {
    private var keys: [(purpose: KeyPurpose, key: SigningKey)] = []
    private var used: Set<KeyID> = []
    private var failure: SigningServiceError?

    /// A service without keys.
    public init() {}

    /// Forgets every key.
    public func loseKeys() {
        keys = []
    }

    /// Fails every call from here on; nil makes it work again.
    public func fail(with failure: SigningServiceError?) {
        self.failure = failure
    }

    /// Every key that was made for a role of a repository.
    public func keysMade(for role: ServerRole, of gun: GUN) -> [KeyID] {
        keys.filter { $0.purpose.gun == gun && $0.purpose.role == role.roleName }.map(\.key.key.id)
    }

    /// See `SigningService`.
    public func unusedKey(
        for role: ServerRole,
        of gun: GUN,
        algorithm: KeyAlgorithm,
        onMade: @escaping @Sendable (Key) -> Void
    ) async throws(SigningServiceError) -> Key {
        if let failure { throw failure }
        let purpose = KeyPurpose(role: role.roleName, gun: gun, algorithm: algorithm)
        if let kept = keys.first(where: { $0.purpose == purpose && !used.contains($0.key.key.id) })
        {
            return kept.key.key
        }
        do {
            let key = SigningKey(notary: try KeyGenerator().generate(algorithm))
            keys.append((purpose, key))
            onMade(key.key)
            return key.key
        } catch {
            throw .unavailable(error.description)
        }
    }

    /// See `SigningService`.
    public func signer(
        for id: KeyID,
        as role: ServerRole,
        of gun: GUN
    ) async throws(SigningServiceError) -> (any Signer)? {
        if let failure { throw failure }
        let held = keys.first {
            $0.key.key.id == id && $0.purpose.role == role.roleName && $0.purpose.gun == gun
        }
        guard let key = held?.key else { return nil }
        return TestSigner(base: key) { await self.markUsed(id) }
    }

    /// See `SigningService`.
    public func checkHealth() async throws(SigningServiceError) {
        if let failure { throw failure }
    }

    private func markUsed(_ id: KeyID) {
        used.insert(id)
    }
}

private struct TestSigner: Signer {
    let base: SigningKey
    let markUsed: @Sendable () async -> Void

    var key: Key { base.key }
    var method: String { base.method }

    func signature(over message: [UInt8]) async throws(SigningError) -> [UInt8] {
        await markUsed()
        return try await base.signature(over: message)
    }
}

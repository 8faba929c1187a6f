public import TUFCore

extension NotaryService {
    /// The public key of a role that the server signs for this repository.
    ///
    /// The one the current root names, if it is held here; else one that never signed, made on
    /// demand, so that repeated and parallel calls for a new repository get the same key.
    ///
    /// - Parameters:
    ///   - role: what the key signs.
    ///   - gun: the repository.
    ///   - onMade: told of the key if one had to be made, once for all parallel calls.
    /// - Returns: the key.
    /// - Throws: ``NotaryServiceError/unknown(reason:)``,
    ///   ``NotaryServiceError/tooManyKeyCreations``.
    public func key(
        for role: ServerRole,
        of gun: GUN,
        onMade: @escaping @Sendable (Key) -> Void = { _ in }
    ) async throws(NotaryServiceError) -> Key {
        if let key = try await heldKey(for: role, of: gun) { return key }
        return try await unusedKey(for: role, of: gun, onMade: onMade)
    }

    /// A public key that the next root should name for the role; the same until it has signed.
    ///
    /// - Parameters:
    ///   - role: what the key will sign.
    ///   - gun: the repository.
    ///   - onMade: told of the key if one had to be made, once for all parallel calls.
    /// - Returns: the key.
    /// - Throws: ``NotaryServiceError/unknown(reason:)``,
    ///   ``NotaryServiceError/tooManyKeyCreations``.
    public func rotateKey(
        for role: ServerRole,
        of gun: GUN,
        onMade: @escaping @Sendable (Key) -> Void = { _ in }
    ) async throws(NotaryServiceError) -> Key {
        try await unusedKey(for: role, of: gun, onMade: onMade)
    }

    private func heldKey(
        for role: ServerRole,
        of gun: GUN
    ) async throws(NotaryServiceError) -> Key? {
        let root: TrustedRoot?
        do {
            root = try await StoredRepository(gun, in: store, knowing: states).root
        } catch {
            throw .unknown(reason: error.description)
        }
        for id in root?.root.roleKeys(of: role.roleName).keys.keys.sorted() ?? [] {
            do {
                if let signer = try await signing.signer(for: id, as: role, of: gun) {
                    return signer.key
                }
            } catch {
                throw .unknown(reason: error.description)
            }
        }
        return nil
    }

    private func unusedKey(
        for role: ServerRole,
        of gun: GUN,
        onMade: @escaping @Sendable (Key) -> Void
    ) async throws(NotaryServiceError) -> Key {
        guard keyCreations.begin(role, of: gun) else { throw .tooManyKeyCreations }
        defer { keyCreations.end(role, of: gun) }
        do {
            return try await signing.unusedKey(
                for: role,
                of: gun,
                algorithm: settings.keyAlgorithm,
                onMade: onMade
            )
        } catch {
            throw .unknown(reason: error.description)
        }
    }
}

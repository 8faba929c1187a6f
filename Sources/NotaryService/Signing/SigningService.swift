public import TUFCore

/// Who makes, keeps and uses the server's private keys: this process, or a signer elsewhere.
///
/// Contract:
/// - A key that was returned can sign until it is destroyed by an operator, over restarts too.
/// - A key counts as used from its first successful signature on.
/// - A key signs for the role and the repository it was made for only, whatever root names it: a
///   snapshot does not name its repository, so one signed for another would be one of this too.
public protocol SigningService: Sendable {
    /// The oldest key made for this role and repository that never signed; a new one if none.
    ///
    /// Any number of parallel calls for one role and repository get the same key.
    ///
    /// - Parameters:
    ///   - role: what the key will sign.
    ///   - gun: the repository.
    ///   - algorithm: what a new key is.
    ///   - onMade: told of a key that was made, by one of the calls that get it and before any of
    ///     them does.
    /// - Returns: the key.
    /// - Throws: ``SigningServiceError``.
    func unusedKey(
        for role: ServerRole,
        of gun: GUN,
        algorithm: KeyAlgorithm,
        onMade: @escaping @Sendable (Key) -> Void
    ) async throws(SigningServiceError) -> Key

    /// A signer that uses the private key of this id.
    ///
    /// - Returns: nil when no such key is held here for that role of that repository.
    /// - Throws: ``SigningServiceError``, also when the key is held but cannot be used.
    func signer(
        for id: KeyID,
        as role: ServerRole,
        of gun: GUN
    ) async throws(SigningServiceError) -> (any Signer)?

    /// Whether keys can be made and used, for health checks.
    ///
    /// - Throws: ``SigningServiceError`` with the reason.
    func checkHealth() async throws(SigningServiceError)

    /// What clients are told when this key is needed and not held here.
    ///
    /// - Returns: nil where Notary has words of its own.
    func message(forMissing id: KeyID) -> String?
}

extension SigningService {
    /// The same for who need not know whether the key was made.
    public func unusedKey(
        for role: ServerRole,
        of gun: GUN,
        algorithm: KeyAlgorithm
    ) async throws(SigningServiceError) -> Key {
        try await unusedKey(for: role, of: gun, algorithm: algorithm) { _ in }
    }

    /// Notary's own words, those for keys that the server itself keeps.
    public func message(forMissing id: KeyID) -> String? { nil }
}

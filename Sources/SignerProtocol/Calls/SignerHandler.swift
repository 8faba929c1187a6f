/// What answers the calls to a signer.
package protocol SignerHandler: Sendable {
    /// Makes a key, or gives one that never signed.
    ///
    /// - Throws: ``CallError``, which the caller is told.
    func createKey(_ request: CreateKeyRequest) async throws(CallError) -> CreatedKey

    /// Gives a key up; it is no error when there is none.
    ///
    /// - Throws: ``CallError``.
    func deleteKey(_ key: KeyReference) async throws(CallError)

    /// Describes a key.
    ///
    /// - Throws: ``CallError``.
    func keyInfo(_ key: KeyReference) async throws(CallError) -> KeyDescription

    /// Signs.
    ///
    /// - Throws: ``CallError``.
    func sign(_ request: SignatureRequest) async throws(CallError) -> SignatureReply

    /// Says whether a service is up.
    ///
    /// - Throws: ``CallError``.
    func checkHealth(_ request: HealthRequest) async throws(CallError) -> HealthReply
}

public import TUFCore

/// Where encrypted private keys are kept.
///
/// Contract, proven by one suite for every back end:
/// - Repositories are compared as bytes.
/// - What a call that returned has written is on stable storage; one that throws wrote nothing.
/// - Keys are never removed or overwritten; one that was given up stays, and is not found. Only
///   what they are encrypted under can change, and for all at once.
public protocol EncryptedKeyStore: Sendable {
    /// The key of this id.
    ///
    /// - Returns: nil when there is none.
    /// - Throws: ``StoreError/unavailable(_:)``.
    func key(_ id: KeyID) async throws(StoreError) -> EncryptedKey?

    /// The oldest key of this purpose that never signed.
    ///
    /// - Returns: nil when there is none.
    /// - Throws: ``StoreError/unavailable(_:)``.
    func unusedKey(for purpose: KeyPurpose) async throws(StoreError) -> EncryptedKey?

    /// Adds a key unless one of the same purpose that never signed is there; one atomic step.
    ///
    /// - Returns: the key that is there afterwards: the older one, or `candidate`.
    /// - Throws: ``StoreError/unavailable(_:)``, also when another key has the candidate's id.
    func addUnlessUnused(_ candidate: EncryptedKey) async throws(StoreError) -> EncryptedKey

    /// Notes that the key has signed; a later time does not replace the first.
    ///
    /// - Throws: ``StoreError/unavailable(_:)``.
    func markUsed(_ id: KeyID, at time: UTCTime) async throws(StoreError)

    /// Notes that a key is given up; it is no error when there is none.
    ///
    /// - Throws: ``StoreError/unavailable(_:)``.
    func retire(_ id: KeyID, at time: UTCTime) async throws(StoreError)

    /// The newest key kept under each passphrase alias, to try the passphrases with.
    ///
    /// - Throws: ``StoreError/unavailable(_:)``.
    func newestKeyOfEachAlias() async throws(StoreError) -> [EncryptedKey]

    /// Every key, those that were given up too, in no particular order.
    ///
    /// - Throws: ``StoreError/unavailable(_:)``.
    func allKeys() async throws(StoreError) -> [EncryptedKey]

    /// Puts the texts of `keys` in the place of those they replace, under `alias`; one atomic step.
    ///
    /// What is replaced can be read nowhere in the store afterwards.
    ///
    /// - Returns: ``ResealResult/outdated``, and nothing was written, unless every key is among
    ///   `keys`, with the text it replaces, or is under `alias` already.
    /// - Throws: ``StoreError/unavailable(_:)``.
    func reseal(
        _ keys: [ResealedKey],
        under alias: String
    ) async throws(StoreError) -> ResealResult
}

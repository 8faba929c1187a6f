public import TUFCore

/// Where it is remembered what the keys of a signer elsewhere are for.
///
/// A signer knows a key by its id alone and signs with it whatever it is sent.
///
/// Contract, proven by one suite for every back end:
/// - A key has one purpose for ever.
/// - Repositories are compared as bytes.
/// - What a call that returned has written is on stable storage; one that throws wrote nothing.
public protocol KeyRecordStore: Sendable {
    /// Notes what a key is for, unless that is known; one atomic step.
    ///
    /// - Returns: the record of the key as it is afterwards.
    /// - Throws: ``StoreError/unavailable(_:)``.
    func claim(_ id: KeyID, for purpose: KeyPurpose) async throws(StoreError) -> KeyRecord

    /// The oldest key of this purpose that never signed.
    ///
    /// - Returns: nil when there is none.
    /// - Throws: ``StoreError/unavailable(_:)``.
    func unusedKey(for purpose: KeyPurpose) async throws(StoreError) -> KeyID?

    /// Notes that the key has signed, or cannot any more; it is no error when it is not known.
    ///
    /// - Throws: ``StoreError/unavailable(_:)``.
    func markUsed(_ id: KeyID) async throws(StoreError)
}

/// Something that signs with one key: in memory, and later behind PKCS #11 or a key service.
///
/// Contract: ``signature(over:)`` returns what ``key`` verifies under the scheme the dialect gives
/// for ``method``. It is the one place, with ``KeyGenerator``, where randomness enters: ECDSA and
/// PSS draw it from libcrypto.
public protocol Signer: Sendable {
    /// The public side, as metadata lists it.
    var key: Key { get }
    /// What a signature says of its method, where the dialect has it.
    var method: String { get }

    /// Signs a message.
    ///
    /// - Parameter message: The whole message, not a hash of it.
    /// - Returns: The signature in the encoding of the key's scheme.
    /// - Throws: ``SigningError``.
    func signature(over message: [UInt8]) async throws(SigningError) -> [UInt8]
}

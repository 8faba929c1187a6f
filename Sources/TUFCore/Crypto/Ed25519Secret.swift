private import CSodium

/// The private half of an Ed25519 key as libsodium takes it: the seed, and the public key that was
/// made from it; wiped when nobody holds it any more.
@safe
final class Ed25519Secret: @unchecked Sendable {
    private let bytes: UnsafeMutablePointer<UInt8>
    private static let count = 2 * Ed25519.keyLength

    /// Takes a seed; nil when it has another length than it should.
    init?(seed: [UInt8]) {
        guard seed.count == Ed25519.keyLength else { return nil }
        unsafe bytes = .allocate(capacity: Self.count)
        var publicKey = [UInt8](repeating: 0, count: Ed25519.keyLength)
        unsafe bytes.initialize(repeating: 0, count: Self.count)
        _ = unsafe crypto_sign_seed_keypair(&publicKey, bytes, seed)
    }

    deinit {
        unsafe sodium_memzero(bytes, Self.count)
        unsafe bytes.deallocate()
    }

    /// The signature that RFC 8032 says; it needs no randomness.
    func signature(over message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Ed25519.signatureLength)
        _ = unsafe crypto_sign_detached(&signature, nil, message, UInt64(message.count), bytes)
        return signature
    }
}

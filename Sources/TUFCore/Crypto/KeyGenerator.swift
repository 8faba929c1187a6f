private import COpenSSL

/// Makes private keys from libcrypto's random numbers.
///
/// With the signatures of ECDSA and RSA-PSS, the one place where the module draws randomness.
public struct KeyGenerator: Sendable {
    /// A generator.
    public init() {}

    /// Makes a key that nobody has seen before.
    ///
    /// - Throws: ``CryptoError/library(_:)`` when there are no random numbers to be had.
    public func generate(_ algorithm: KeyAlgorithm) throws(CryptoError) -> PrivateKey {
        let name =
            switch algorithm {
            case .ed25519: "ED25519"
            case .ecdsa: "EC"
            case .rsa: "RSA"
            }
        let context = unsafe EVP_PKEY_CTX_new_from_name(nil, name, nil)
        defer { unsafe EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard
            unsafe EVP_PKEY_keygen_init(context) == 1, unsafe setSize(of: algorithm, in: context),
            unsafe EVP_PKEY_generate(context, &key) == 1
        else { throw .library(LibCrypto.takeError()) }
        return try unsafe PrivateKey(EVPKey(owning: key))
    }

    private func setSize(of algorithm: KeyAlgorithm, in context: OpaquePointer?) -> Bool {
        switch algorithm {
        case .ed25519: true
        case .ecdsa: unsafe EVP_PKEY_CTX_set_group_name(context, "P-256") == 1
        case .rsa: unsafe EVP_PKEY_CTX_set_rsa_keygen_bits(context, 3072) == 1
        }
    }
}

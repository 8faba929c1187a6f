public import TUFCore

extension SigningKey {
    /// A new key of the Notary dialect.
    ///
    /// - Parameter algorithm: Its kind.
    /// - Returns: The key.
    /// - Throws: When libcrypto cannot make one.
    public static func generated(_ algorithm: KeyAlgorithm = .ed25519) throws -> SigningKey {
        SigningKey(notary: try KeyGenerator().generate(algorithm))
    }
}

/// A signer that holds its private key in memory.
public struct SigningKey: Signer {
    /// The public side, as metadata lists it.
    public let key: Key
    /// What a signature says of its method.
    public let method: String
    private let privateKey: PrivateKey
    private let scheme: SignatureScheme

    /// A signer of the Notary dialect.
    ///
    /// - Parameters:
    ///   - privateKey: The key to sign with.
    ///   - key: How metadata lists it, for a key in a certificate; else the bare key.
    public init(notary privateKey: PrivateKey, listedAs key: Key? = nil) {
        self.privateKey = privateKey
        self.key = key ?? Key(notary: privateKey.publicKey)
        switch privateKey.publicKey.algorithm {
        case .ed25519: (method, scheme) = ("eddsa", .ed25519)
        case .ecdsaP256, .ecdsaP384, .ecdsaP521:
            (method, scheme) = ("ecdsa", .ecdsa(.sha256, .rawPair))
        case .rsa: (method, scheme) = ("rsapss", .rsaPSS(.sha256, .digestLength))
        }
    }

    /// A signer of TUF 1.0.
    ///
    /// - Parameters:
    ///   - privateKey: The key to sign with.
    ///   - scheme: How it signs; nil for what is usual for its algorithm.
    /// - Throws: ``CryptoError/schemeMismatch(_:_:)`` when it cannot sign so, and
    ///   ``CryptoError/unsupportedKey(_:)`` for a key that no scheme fits.
    public init(tuf privateKey: PrivateKey, scheme: TUFKeyScheme? = nil) throws(CryptoError) {
        let algorithm = privateKey.publicKey.algorithm
        guard let scheme = scheme ?? TUFKeyScheme(defaultFor: algorithm) else {
            throw .unsupportedKey("\(algorithm)")
        }
        key = try Key(tuf: privateKey.publicKey, scheme: scheme)
        method = scheme.rawValue
        self.scheme = scheme.signatureScheme
        self.privateKey = privateKey
    }

    /// Signs in memory.
    public func signature(over message: [UInt8]) async throws(SigningError) -> [UInt8] {
        do {
            return try privateKey.signature(scheme: scheme, over: message)
        } catch {
            throw .crypto(error)
        }
    }
}

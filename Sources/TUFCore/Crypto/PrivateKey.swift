private import COpenSSL

/// A private key in memory, which prints nothing of itself but its algorithm.
public struct PrivateKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// The public half.
    public let publicKey: PublicKey
    private let handle: EVPKey
    /// Of an Ed25519 key: with it libsodium signs in half the time that libcrypto takes.
    private let ed25519: Ed25519Secret?

    /// Takes an unencrypted PKCS#8 structure (RFC 5958), in DER.
    ///
    /// - Throws: ``CryptoError/malformedKey(_:)``, ``CryptoError/trailingBytes(_:)``, and what
    ///   the initializers of ``PublicKey`` throw.
    public init(pkcs8 der: [UInt8]) throws(CryptoError) {
        try unsafe self.init(
            LibCrypto.parse(der) { start, count in
                let info = unsafe d2i_PKCS8_PRIV_KEY_INFO(nil, &start, count)
                defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
                return unsafe info.flatMap { unsafe EVP_PKCS82PKEY($0) }
            }
        )
    }

    /// Takes an ECPrivateKey structure (RFC 5915), in DER.
    ///
    /// - Throws: ``CryptoError/malformedKey(_:)``, ``CryptoError/trailingBytes(_:)``, and what
    ///   the initializers of ``PublicKey`` throw.
    public init(sec1 der: [UInt8]) throws(CryptoError) {
        try Self.checkStart(ofSEC1: der)
        try unsafe self.init(
            LibCrypto.parse(der) { start, count in
                unsafe d2i_PrivateKey(EVP_PKEY_EC, nil, &start, count)
            }
        )
    }

    /// Takes the 32 bytes that an Ed25519 key pair is made from (RFC 8032).
    ///
    /// - Throws: ``CryptoError/ed25519Length(found:)``.
    public init(ed25519Seed seed: [UInt8]) throws(CryptoError) {
        guard seed.count == Ed25519.keyLength else { throw .ed25519Length(found: seed.count) }
        try self.init(EVPKey(ed25519Seed: seed))
    }

    /// Refuses PKCS#8, which libcrypto's reader takes as well: a number and the key come first.
    private static func checkStart(ofSEC1 der: [UInt8]) throws(CryptoError) {
        var outer = DERReader(der[...])
        var reader = DERReader(try outer.content(of: .sequence))
        _ = try reader.content(of: .integer)
        _ = try reader.content(of: .octetString)
    }

    init(_ handle: EVPKey) throws(CryptoError) {
        self.handle = handle
        let der = unsafe LibCrypto.encoded { unsafe i2d_PUBKEY(handle.pointer, $0) }
        publicKey = try PublicKey(subjectPublicKeyInfo: der)
        ed25519 = Self.seed(of: handle, publicKey.algorithm).flatMap(Ed25519Secret.init)
    }

    /// The key as PKCS#8, in DER, unencrypted.
    public var pkcs8: [UInt8] {
        let info = unsafe EVP_PKEY2PKCS8(handle.pointer)
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
        return unsafe LibCrypto.encoded { unsafe i2d_PKCS8_PRIV_KEY_INFO(info, $0) }
    }

    /// The key as ECPrivateKey, in DER; `nil` when it is not of ECDSA.
    public var sec1: [UInt8]? {
        switch publicKey.algorithm {
        case .ecdsaP256, .ecdsaP384, .ecdsaP521:
            unsafe LibCrypto.encoded { unsafe i2d_PrivateKey(handle.pointer, $0) }
        case .ed25519, .rsa: nil
        }
    }

    /// The 32 bytes that an Ed25519 key pair is made from; `nil` for other keys.
    public var ed25519Seed: [UInt8]? { Self.seed(of: handle, publicKey.algorithm) }

    private static func seed(of key: EVPKey, _ algorithm: PublicKey.Algorithm) -> [UInt8]? {
        var seed = [UInt8](repeating: 0, count: Ed25519.keyLength)
        var count = seed.count
        guard
            algorithm == .ed25519,
            unsafe EVP_PKEY_get_raw_private_key(key.pointer, &seed, &count) == 1
        else { return nil }
        return seed
    }

    /// Signs `message`.
    ///
    /// - Throws: ``CryptoError/schemeMismatch(_:_:)``, or ``CryptoError/library(_:)`` when there
    ///   are no random numbers to be had.
    package func signature(
        scheme: SignatureScheme,
        over message: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        switch (publicKey.algorithm, scheme) {
        case (.ed25519, .ed25519):
            if let ed25519, message.count <= Ed25519.sodiumLimit {
                return ed25519.signature(over: message)
            }
            return try LibCrypto.signature(over: message, by: handle, hash: nil)
        case (.rsa, .rsaPSS(let hash, let salt)):
            return try LibCrypto.signature(over: message, by: handle, hash: hash, salt: salt)
        case (.rsa, .rsaPKCS1v15(let hash)):
            return try LibCrypto.signature(over: message, by: handle, hash: hash)
        case (let algorithm, .ecdsa(let hash, let encoding)):
            guard let curve = EllipticCurve.allCases.first(where: { $0.algorithm == algorithm })
            else { throw .schemeMismatch(algorithm, scheme) }
            let der = try LibCrypto.signature(over: message, by: handle, hash: hash)
            return encoding == .der ? der : try ECDSASignature.rawPair(der: der, on: curve)
        case (let algorithm, _):
            throw .schemeMismatch(algorithm, scheme)
        }
    }

    /// The algorithm, and nothing that is secret.
    public var description: String { "private key (\(publicKey.algorithm))" }

    /// Shows debuggers and `dump` no more than ``description`` does.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

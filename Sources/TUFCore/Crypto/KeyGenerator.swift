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

    /// Makes a certificate that a key signs for itself, of the kind that Notary's root keys are:
    /// no authority, for signing code, under a random serial number.
    ///
    /// - Parameters:
    ///   - key: An ECDSA or RSA key.
    ///   - commonName: Whom it names: for Notary the repository's GUN.
    ///   - start: The first moment of its validity.
    ///   - end: The last moment; ten years after the first where nothing is given.
    /// - Returns: The certificate.
    /// - Throws: ``CryptoError/unsupportedKey(_:)`` for Ed25519, ``CryptoError/library(_:)``.
    public func certificate(
        for key: PrivateKey,
        commonName: String,
        from start: UTCTime,
        until end: UTCTime? = nil
    ) throws(CryptoError) -> X509Certificate {
        var serial = [UInt8](repeating: 0, count: 16)
        guard unsafe RAND_bytes(&serial, Int32(serial.count)) == 1 else {
            throw .library(LibCrypto.takeError())
        }
        let writer = CertificateWriter(
            serial: serial,
            commonName: commonName,
            notBefore: start,
            notAfter: end ?? start.adding(seconds: 3650 * 86_400)
        )
        return try X509Certificate(der: writer.selfSigned(by: key))
    }

    private func setSize(of algorithm: KeyAlgorithm, in context: OpaquePointer?) -> Bool {
        switch algorithm {
        case .ed25519: true
        case .ecdsa: unsafe EVP_PKEY_CTX_set_group_name(context, "P-256") == 1
        case .rsa: unsafe EVP_PKEY_CTX_set_rsa_keygen_bits(context, 3072) == 1
        }
    }
}

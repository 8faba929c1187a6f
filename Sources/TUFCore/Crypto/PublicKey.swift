/// A public key, parsed and usable.
///
/// Two keys are equal when their key material is, however it came. A copy shares what libcrypto
/// made of the key, so that it is parsed once.
public struct PublicKey: Hashable, Sendable {
    /// What a key is for.
    public enum Algorithm: Hashable, Sendable {
        case ed25519
        case ecdsaP256
        case ecdsaP384
        case ecdsaP521
        case rsa(bits: Int)
    }

    /// Sizes of RSA keys that are accepted, in bits; larger ones only cost time.
    static let rsaBits = 2048...16384

    private let storage: Storage

    /// Takes the 32 bytes of an Ed25519 key (RFC 8032).
    ///
    /// - Throws: ``CryptoError/ed25519Length(found:)``, or ``CryptoError/ed25519Point`` for a
    ///   point of small order or in a second encoding. Bytes that are no point at all are taken,
    ///   as telling costs as much as a signature check; such a key verifies nothing.
    public init(ed25519 raw: [UInt8]) throws(CryptoError) {
        try self.init(.ed25519(raw: raw))
    }

    /// Takes a key in the form of X.509, in DER.
    ///
    /// - Throws: ``CryptoError/malformedKey(_:)``, ``CryptoError/trailingBytes(_:)``,
    ///   ``CryptoError/unsupportedKey(_:)``, ``CryptoError/rsaSize(bits:)``,
    ///   ``CryptoError/ed25519Point``.
    public init(subjectPublicKeyInfo der: [UInt8]) throws(CryptoError) {
        try self.init(SubjectPublicKeyInfo(der: der))
    }

    /// Takes PEM text with one block, `PUBLIC KEY` or `CERTIFICATE`.
    ///
    /// - Throws: ``CryptoError/malformedPEM(_:)``, and what the other initializers throw.
    public init(pem: String) throws(CryptoError) {
        let blocks = try PEMBlock.blocks(in: pem)
        guard let block = blocks.first, blocks.count == 1 else {
            throw .malformedPEM("expected one block, found \(blocks.count)")
        }
        switch block.label {
        case "PUBLIC KEY":
            try self.init(subjectPublicKeyInfo: block.bytes)
        case "CERTIFICATE":
            let info = try X509Certificate(der: block.bytes).subjectPublicKeyInfo
            try self.init(subjectPublicKeyInfo: info)
        default:
            throw .malformedPEM("expected a public key or a certificate, found `\(block.label)`")
        }
    }

    private init(_ info: SubjectPublicKeyInfo) throws(CryptoError) {
        storage = try Storage(info)
    }

    /// What the key is for.
    public var algorithm: Algorithm { storage.algorithm }

    /// The key in the form of X.509, in DER.
    public var subjectPublicKeyInfo: [UInt8] { storage.der }

    /// The 32 bytes of an Ed25519 key; `nil` for others.
    public var rawEd25519: [UInt8]? {
        algorithm == .ed25519 ? Array(storage.der.suffix(Ed25519.keyLength)) : nil
    }

    /// Compares the key material.
    public static func == (left: PublicKey, right: PublicKey) -> Bool {
        left.storage === right.storage || left.storage.der == right.storage.der
    }

    /// Hashes the key material.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(storage.der)
    }

    /// Whether the holder of the private key signed `message`; `false` as well when key and
    /// scheme do not belong together.
    public func isValidSignature(
        _ signature: [UInt8],
        scheme: SignatureScheme,
        over message: [UInt8]
    ) -> Bool {
        unsafe message.withUnsafeBytes {
            unsafe isValidSignature(signature, scheme: scheme, over: $0)
        }
    }

    /// As the public function, for a message where it lies.
    package func isValidSignature(
        _ signature: [UInt8],
        scheme: SignatureScheme,
        over message: UnsafeRawBufferPointer
    ) -> Bool {
        guard let hash = scheme.prehash else {
            return unsafe storage.isValidEd25519(signature, over: message)
        }
        return isValidSignature(signature, scheme: scheme, over: unsafe hash.digest(of: message))
    }

    /// As the public function, for a message that was hashed as the scheme says.
    func isValidSignature(
        _ signature: [UInt8],
        scheme: SignatureScheme,
        over digest: Digest
    ) -> Bool {
        digest.algorithm == scheme.prehash
            && storage.isValidSignature(signature, scheme: scheme, over: digest)
    }
}

extension PublicKey {
    /// The parsed key, shared by copies.
    private final class Storage: Sendable {
        let algorithm: Algorithm
        let der: [UInt8]
        private let form: Form

        /// What a signature check needs.
        private enum Form {
            case ed25519(raw: [UInt8])
            case elliptic(EllipticCurve, EVPKey)
            case rsa(signatureLength: Int, EVPKey)
        }

        init(_ info: SubjectPublicKeyInfo) throws(CryptoError) {
            der = info.der
            switch info {
            case .ed25519(let raw):
                try Ed25519.check(key: raw)
                algorithm = .ed25519
                form = .ed25519(raw: raw)
            case .elliptic(let curve, _):
                algorithm = curve.algorithm
                form = .elliptic(curve, try EVPKey(info))
            case .rsa(let modulus, _):
                let bits = SubjectPublicKeyInfo.bitCount(modulus)
                guard PublicKey.rsaBits.contains(bits) else { throw .rsaSize(bits: bits) }
                algorithm = .rsa(bits: bits)
                form = .rsa(signatureLength: modulus.count, try EVPKey(info))
            }
        }

        func isValidEd25519(_ signature: [UInt8], over message: UnsafeRawBufferPointer) -> Bool {
            guard case .ed25519(let raw) = form else { return false }
            return unsafe Ed25519.isValid(signature, over: message, by: raw)
        }

        func isValidSignature(
            _ signature: [UInt8],
            scheme: SignatureScheme,
            over digest: Digest
        ) -> Bool {
            switch (form, scheme) {
            case (.elliptic(let curve, let key), .ecdsa(_, let encoding)):
                let der =
                    encoding == .der
                    ? signature : ECDSASignature.der(rawPair: signature, on: curve)
                guard let der else { return false }
                return LibCrypto.isValid(der, over: digest, by: key, padding: nil)
            case (.rsa(let length, let key), .rsaPSS(_, let salt)):
                // libcrypto would take a shorter one, with its leading zeros left out.
                guard signature.count == length else { return false }
                return LibCrypto.isValid(signature, over: digest, by: key, padding: .pss(salt))
            case (.rsa(let length, let key), .rsaPKCS1v15):
                guard signature.count == length else { return false }
                return LibCrypto.isValid(signature, over: digest, by: key, padding: .pkcs1v15)
            default:
                return false
            }
        }
    }
}

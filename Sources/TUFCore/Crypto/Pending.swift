// Delete this file with the change that brings keys and certificates: until then nothing verifies.

extension PublicKey {
    /// Pending.
    public var algorithm: Algorithm { .ed25519 }
    /// Pending.
    public init(ed25519 raw: [UInt8]) throws(CryptoError) { self.init() }
    /// Pending.
    public init(subjectPublicKeyInfo der: [UInt8]) throws(CryptoError) { self.init() }
    /// Pending.
    public var subjectPublicKeyInfo: [UInt8] { [] }
    /// Pending.
    public var rawEd25519: [UInt8]? { nil }

    package func isValidSignature(
        _ signature: [UInt8],
        scheme: SignatureScheme,
        over message: UnsafeRawBufferPointer
    ) -> Bool { false }

    package func isValidSignature(
        _ signature: [UInt8],
        scheme: SignatureScheme,
        over message: [UInt8]
    ) -> Bool { false }
}

/// Pending.
public struct X509Certificate: Hashable, Sendable {
    /// Pending.
    public static func bundle(pem: [UInt8]) throws(CryptoError) -> [X509Certificate] { [] }
    /// Pending.
    public var commonName: String? { nil }
    /// Pending.
    public var notBefore: UTCTime { UTCTime(seconds: 0) }
    /// Pending.
    public var notAfter: UTCTime { UTCTime(seconds: 0) }
    /// Pending.
    public var isAuthority: Bool { false }
    /// Pending.
    public var isSignedWithSHA1: Bool { false }
    /// Pending.
    public var publicKey: PublicKey? { nil }
    /// Pending.
    public func chains(
        to authorities: [X509Certificate],
        through intermediates: [X509Certificate],
        at time: UTCTime
    ) -> Bool { false }
}

/// Pending.
public struct PrivateKey: Sendable {
    /// Pending.
    public var publicKey: PublicKey { PublicKey() }

    func signature(scheme: SignatureScheme, over: [UInt8]) throws(CryptoError) -> [UInt8] { [] }
}

private import COpenSSL

/// A certificate of X.509 (RFC 5280): what it says, not whether to believe it.
public struct X509Certificate: Hashable, Sendable {
    /// The certificate as received.
    public let der: [UInt8]
    /// The last common name of the subject, as Go reads it.
    public let commonName: String?
    /// The first moment of its validity.
    public let notBefore: UTCTime
    /// The last moment of its validity.
    public let notAfter: UTCTime
    /// Whether its basic constraints say that it is an authority, as Go's `IsCA`.
    public let isAuthority: Bool
    /// Whether its own signature is over a SHA-1 digest.
    public let isSignedWithSHA1: Bool
    /// The key; `nil` when it is of an algorithm or size that is not supported.
    public let publicKey: PublicKey?
    /// The key as the certificate has it, supported or not.
    let subjectPublicKeyInfo: [UInt8]

    /// Reads one certificate.
    ///
    /// - Throws: ``CryptoError/malformedCertificate(_:)``, ``CryptoError/trailingBytes(_:)``.
    public init(der: [UInt8]) throws(CryptoError) {
        let handle = try X509Handle(der: der, for: .reading)
        self.der = der
        commonName = handle.commonName
        guard let notBefore = handle.notBefore, let notAfter = handle.notAfter else {
            throw .malformedCertificate("a time of its validity cannot be read")
        }
        guard let isAuthority = handle.isAuthority else {
            throw .malformedCertificate("its basic constraints cannot be read")
        }
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.isAuthority = isAuthority
        isSignedWithSHA1 = handle.isSignedWithSHA1
        subjectPublicKeyInfo = handle.subjectPublicKeyInfo
        publicKey = try? PublicKey(subjectPublicKeyInfo: subjectPublicKeyInfo)
    }

    /// The size of the key in bits; 0 when libcrypto does not know its algorithm.
    public var keyBits: Int { (try? X509Handle(der: der, for: .verifying))?.keyBits ?? 0 }

    /// Reads PEM text of one or more certificates and nothing else, in their order.
    ///
    /// - Throws: ``CryptoError/malformedPEM(_:)``, and what ``init(der:)`` throws.
    public static func bundle(pem: String) throws(CryptoError) -> [X509Certificate] {
        let blocks = try PEMBlock.blocks(in: pem)
        guard !blocks.isEmpty else { throw .malformedPEM("there is no certificate") }
        var certificates: [X509Certificate] = []
        for block in blocks {
            guard block.label == "CERTIFICATE" else {
                throw .malformedPEM("expected a certificate, found `\(block.label)`")
            }
            certificates.append(try X509Certificate(der: block.bytes))
        }
        return certificates
    }

    /// Reads PEM text as ``bundle(pem:)-(String)`` does.
    ///
    /// - Throws: ``CryptoError/malformedPEM(_:)``, and what ``init(der:)`` throws.
    public static func bundle(pem: [UInt8]) throws(CryptoError) -> [X509Certificate] {
        try bundle(pem: String(decoding: pem, as: UTF8.self))
    }

    /// The certificate as PEM text, with a line break at the end.
    public var pem: String { PEMBlock(label: "CERTIFICATE", bytes: der).text }

    /// Whether `time` lies within its validity.
    public func isValid(at time: UTCTime) -> Bool {
        notBefore <= time && time <= notAfter
    }

    /// Compares the whole certificate.
    public static func == (left: X509Certificate, right: X509Certificate) -> Bool {
        left.der == right.der
    }

    /// Hashes the whole certificate.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(der)
    }
}

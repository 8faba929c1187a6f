/// Writes a self-signed certificate for signing code (RFC 5280), as Notary's client makes them.
struct CertificateWriter {
    /// Big-endian; zero is not allowed.
    let serial: [UInt8]
    let commonName: String
    let notBefore: UTCTime
    let notAfter: UTCTime

    func selfSigned(by key: PrivateKey) throws(CryptoError) -> [UInt8] {
        let (scheme, algorithm) = try signatureAlgorithm(of: key.publicKey)
        let name = DERWriter.sequence(
            DERWriter.element(0x31, DERWriter.sequence(Identifier.commonName, utf8(commonName)))
        )
        let content = DERWriter.sequence(
            DERWriter.element(0xA0, DERWriter.integer([2])),
            DERWriter.integer(serial),
            algorithm,
            name,
            DERWriter.sequence(time(notBefore), time(notAfter)),
            name,
            key.publicKey.subjectPublicKeyInfo,
            DERWriter.element(0xA3, extensions)
        )
        let signature = try key.signature(scheme: scheme, over: content)
        return DERWriter.sequence(content, algorithm, DERWriter.element(0x03, [0] + signature))
    }

    /// Object identifiers, encoded.
    private enum Identifier {
        static let commonName: [UInt8] = [0x06, 0x03, 0x55, 0x04, 0x03]
        static let keyUsage: [UInt8] = [0x06, 0x03, 0x55, 0x1D, 0x0F]
        static let basicConstraints: [UInt8] = [0x06, 0x03, 0x55, 0x1D, 0x13]
        static let extendedKeyUsage: [UInt8] = [0x06, 0x03, 0x55, 0x1D, 0x25]
        static let codeSigning: [UInt8] = [
            0x06, 0x08, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x03,
        ]
        static let ecdsaWithSHA256: [UInt8] = [
            0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02,
        ]
        static let rsaWithSHA256: [UInt8] = [
            0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B,
        ]
    }

    private static let null: [UInt8] = [0x05, 0x00]
    private static let critical: [UInt8] = [0x01, 0x01, 0xFF]

    private func signatureAlgorithm(
        of key: PublicKey
    ) throws(CryptoError) -> (SignatureScheme, identifier: [UInt8]) {
        switch key.algorithm {
        case .ecdsaP256, .ecdsaP384, .ecdsaP521:
            (.ecdsa(.sha256, .der), DERWriter.sequence(Identifier.ecdsaWithSHA256))
        case .rsa:
            (.rsaPKCS1v15(.sha256), DERWriter.sequence(Identifier.rsaWithSHA256, Self.null))
        case .ed25519: throw .unsupportedKey("ed25519 in a certificate")
        }
    }

    /// Digital signatures and key encipherment, code signing, no authority.
    private var extensions: [UInt8] {
        DERWriter.sequence(
            DERWriter.sequence(
                Identifier.keyUsage,
                Self.critical,
                octets(DERWriter.element(0x03, [5, 0b1010_0000]))
            ),
            DERWriter.sequence(
                Identifier.extendedKeyUsage,
                octets(DERWriter.sequence(Identifier.codeSigning))
            ),
            DERWriter.sequence(
                Identifier.basicConstraints,
                Self.critical,
                octets(DERWriter.sequence())
            )
        )
    }

    private func octets(_ content: [UInt8]) -> [UInt8] { DERWriter.element(0x04, content) }

    private func utf8(_ text: String) -> [UInt8] { DERWriter.element(0x0C, Array(text.utf8)) }

    /// UTCTime until 2049, GeneralizedTime from then on, both in whole seconds.
    private func time(_ time: UTCTime) -> [UInt8] {
        let digits = UTCTime(seconds: time.seconds).description.utf8
            .filter { (0x30...0x39).contains($0) }
        let isShort = (1950..<2050)
            .contains(Int(String(decoding: digits.prefix(4), as: UTF8.self)) ?? 0)
        let text = (isShort ? digits.dropFirst(2) : digits[...]) + Array("Z".utf8)
        return DERWriter.element(isShort ? 0x17 : 0x18, Array(text))
    }
}

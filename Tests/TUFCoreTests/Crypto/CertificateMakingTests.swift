import Testing

@testable import TUFCore

@Suite("Making certificates for Notary's root keys")
struct CertificateMakingTests {
    private static let start = UTCTime(seconds: 1_795_392_000)

    @Test("a certificate says what it was asked to say", arguments: ["p256", "p384", "rsa2048"])
    func fields(name: String) throws {
        let key = try CryptoFile.privateKey(name)
        let certificate = try KeyGenerator()
            .certificate(for: key, commonName: "lab/é", from: Self.start)
        #expect(certificate.commonName == "lab/é")
        #expect(certificate.notBefore == Self.start)
        #expect(certificate.notAfter == Self.start.adding(seconds: 3650 * 86_400))
        #expect(certificate.publicKey == key.publicKey)
        #expect(!certificate.isAuthority)
        #expect(!certificate.isSignedWithSHA1)
        let handle = try X509Handle(der: certificate.der, for: .verifying)
        #expect(!handle.allowsServerAuthentication)
        #expect(try X509Certificate.bundle(pem: certificate.pem) == [certificate])
    }

    @Test("it is signed by its own key")
    func signature() throws {
        let key = try CryptoFile.privateKey("p256")
        let certificate = try KeyGenerator()
            .certificate(for: key, commonName: "lab", from: Self.start)
        var outer = DERReader(certificate.der[...])
        var reader = DERReader(try outer.content(of: .sequence))
        let content = DERWriter.element(0x30, try reader.content(of: .sequence))
        _ = try reader.content(of: .sequence)
        let signature = Array(try reader.content(of: .bitString).dropFirst())
        let scheme = SignatureScheme.ecdsa(.sha256, .der)
        #expect(key.publicKey.isValidSignature(signature, scheme: scheme, over: content))
        #expect(!key.publicKey.isValidSignature(signature, scheme: scheme, over: content + [0]))
    }

    @Test("times before and after 2050 are read back", arguments: [2_524_607_999, 2_524_608_000])
    func times(end: Int) throws {
        let certificate = try KeyGenerator()
            .certificate(
                for: CryptoFile.privateKey("p256"),
                commonName: "lab",
                from: Self.start,
                until: UTCTime(seconds: end, nanoseconds: 1)
            )
        #expect(certificate.notAfter == UTCTime(seconds: end))
    }

    @Test("no two certificates are the same, and an ed25519 key gets none")
    func serial() throws {
        let key = try CryptoFile.privateKey("rsa2048")
        let made = try (0..<3)
            .map { _ in
                try KeyGenerator().certificate(for: key, commonName: "lab", from: Self.start).der
            }
        #expect(Set(made).count == 3)
        #expect(throws: CryptoError.unsupportedKey("ed25519 in a certificate")) {
            try KeyGenerator()
                .certificate(
                    for: CryptoFile.privateKey("ed"),
                    commonName: "lab",
                    from: Self.start
                )
        }
    }

    @Test("a root key in a certificate has the canonical id of the bare key")
    func rootKey() throws {
        let privateKey = try CryptoFile.privateKey("p256")
        let certificate = try KeyGenerator()
            .certificate(for: privateKey, commonName: "lab", from: Self.start)
        let key = try Key(notary: certificate)
        #expect(key.type == .ecdsaX509)
        #expect(key.canonicalID == Key(notary: privateKey.publicKey).id)
        #expect(key.certificates == [certificate])
    }
}

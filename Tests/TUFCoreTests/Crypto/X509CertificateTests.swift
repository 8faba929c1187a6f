import Testing

@testable import TUFCore

/// What certificates say, and which chains hold.
@Suite struct X509CertificateTests {
    private static let during = UTCTime(rfc3339: "2030-01-01T00:00:00Z")
    private static let shortAuthorityIsValid = UTCTime(rfc3339: "2026-11-24T00:00:00Z")

    @Test("a certificate says its name, its times, its key and what it may do")
    func fields() throws {
        let leaf = try #require(CryptoFile.certificates("leaf").first)
        #expect(leaf.commonName == "registry.example/team/app")
        #expect(leaf.notBefore.description == "2026-11-23T15:30:41Z")
        #expect(leaf.notAfter.description == "2126-10-30T15:30:41Z")
        #expect(leaf.publicKey?.algorithm == .ecdsaP256)
        #expect(leaf.keyBits == 256)
        #expect(!leaf.isAuthority)
        #expect(!leaf.isSignedWithSHA1)
        #expect(try CryptoFile.certificates("root").first?.isAuthority == true)
        #expect(try CryptoFile.certificates("leaf-sha1").first?.isSignedWithSHA1 == true)
    }

    @Test("of two common names the last counts, and there may be none")
    func commonNames() throws {
        #expect(try CryptoFile.certificates("self").first?.commonName == "last")
        #expect(try CryptoFile.certificates("rsa1024").first?.commonName == nil)
    }

    @Test("a key that is too weak is told, but not given")
    func weakKey() throws {
        let weak = try #require(CryptoFile.certificates("rsa1024").first)
        #expect(weak.publicKey == nil)
        #expect(weak.keyBits == 1024)
    }

    @Test("a bundle gives its certificates in order, and must hold nothing else")
    func bundles() throws {
        let text = try CryptoFile.text("certificates/leaf.pem")
        let more = try CryptoFile.text("certificates/inter.pem")
        let key = try CryptoFile.text("private/p256.pem")
        let both = try X509Certificate.bundle(pem: "text before\n" + text + "\n" + more)
        #expect(both.map(\.commonName) == ["registry.example/team/app", "Test Intermediate"])
        #expect(try X509Certificate.bundle(pem: Array(text.utf8)) == [both[0]])
        for wrong in ["", "no block", text + key, String(text.dropLast(30))] {
            #expect(throws: CryptoError.self) { try X509Certificate.bundle(pem: wrong) }
        }
    }

    @Test("a certificate with bytes after it, or cut off anywhere, is refused")
    func malformed() throws {
        let der = try #require(CryptoFile.certificates("leaf").first).der
        #expect(throws: CryptoError.trailingBytes(1)) { try X509Certificate(der: der + [0]) }
        for length in 0..<der.count {
            #expect(throws: CryptoError.self) { try X509Certificate(der: Array(der[..<length])) }
        }
    }

    @Test("basic constraints that cannot be read are not taken for none")
    func basicConstraints() throws {
        var der = try #require(CryptoFile.certificates("root").first).der
        let isAuthority: [UInt8] = [0x30, 0x03, 0x01, 0x01, 0xFF]
        let places = der.indices.filter { der[$0...].starts(with: isAuthority) }
        try #require(places.count == 1)
        der[places[0] + 2] = 0x05
        #expect(
            throws: CryptoError.malformedCertificate("its basic constraints cannot be read")
        ) { try X509Certificate(der: der) }
        der[places[0] + 2] = 0x01
        #expect(try X509Certificate(der: der).isAuthority)
    }

    @Test(
        "a chain holds when its uses allow a server, and not otherwise",
        arguments: [
            ("leaf", "inter", true), ("leaf-any", "inter", true), ("leaf-server", "inter", true),
            ("leaf-client", "inter", false), ("leaf-code", "inter", false),
            ("leaf-undercode", "inter-code", false), ("leaf-sha1", "inter", false),
            ("leaf-notca", "leaf", false), ("inter", "inter", true),
        ]
    )
    func uses(leaf: String, intermediate: String, holds: Bool) throws {
        let certificate = try #require(CryptoFile.certificates(leaf).first)
        let between = try CryptoFile.certificates(intermediate) + CryptoFile.certificates("inter")
        let isHeld = certificate.chains(
            to: try CryptoFile.certificates("root"),
            through: between,
            at: try #require(Self.during)
        )
        #expect(isHeld == holds)
    }

    @Test(
        "a chain for any use holds whatever its uses are, and only then",
        arguments: [
            ("leaf", "inter", true), ("leaf-client", "inter", true), ("leaf-code", "inter", true),
            ("leaf-undercode", "inter-code", true), ("leaf-sha1", "inter", false),
            ("leaf-notca", "leaf", false),
        ]
    )
    func anyUse(leaf: String, intermediate: String, holds: Bool) throws {
        let certificate = try #require(CryptoFile.certificates(leaf).first)
        let between = try CryptoFile.certificates(intermediate) + CryptoFile.certificates("inter")
        let isHeld = certificate.chains(
            to: try CryptoFile.certificates("root"),
            through: between,
            at: try #require(Self.during),
            for: .any
        )
        #expect(isHeld == holds)
    }

    @Test("the way to the authority must be there, and lead to that authority")
    func ways() throws {
        let leaf = try #require(CryptoFile.certificates("leaf").first)
        let root = try CryptoFile.certificates("root")
        let other = try CryptoFile.certificates("other")
        let between = try CryptoFile.certificates("inter")
        let during = try #require(Self.during)
        #expect(leaf.chains(to: other + root, through: between, at: during))
        #expect(!leaf.chains(to: other, through: between, at: during))
        #expect(!leaf.chains(to: root, through: [], at: during))
        #expect(!leaf.chains(to: root, through: other, at: during))
        #expect(!leaf.chains(to: [], through: between + root, at: during))
    }

    @Test("an intermediate authority, or the certificate itself, can be what is trusted")
    func partialChains() throws {
        let leaf = try #require(CryptoFile.certificates("leaf").first)
        let during = try #require(Self.during)
        #expect(leaf.chains(to: try CryptoFile.certificates("inter"), through: [], at: during))
        #expect(leaf.chains(to: [leaf], through: [], at: during))
    }

    @Test("outside of its validity neither a certificate nor its authority counts")
    func validity() throws {
        let leaf = try #require(CryptoFile.certificates("leaf").first)
        let root = try CryptoFile.certificates("root")
        let between = try CryptoFile.certificates("inter")
        let before = leaf.notBefore.adding(seconds: -1)
        let after = leaf.notAfter.adding(seconds: 1)
        #expect(leaf.isValid(at: leaf.notBefore) && leaf.isValid(at: leaf.notAfter))
        #expect(!leaf.isValid(at: before) && !leaf.isValid(at: after))
        #expect(!leaf.chains(to: root, through: between, at: before))
        #expect(!leaf.chains(to: root, through: between, at: after))
        let short = try #require(CryptoFile.certificates("leaf-short").first)
        let shortRoot = try CryptoFile.certificates("exproot")
        let inTime = try #require(Self.shortAuthorityIsValid)
        #expect(short.chains(to: shortRoot, through: [], at: inTime))
        #expect(!short.chains(to: shortRoot, through: [], at: try #require(Self.during)))
        #expect(short.chains(to: shortRoot + [short], through: [], at: try #require(Self.during)))
    }
}

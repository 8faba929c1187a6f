import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Certificates for tokens")
struct TokenCertificatesTests {
    private func keyIsFound(_ id: String, in pem: String) throws -> Bool {
        let certificates = try TokenCertificates(pem: pem)
        do {
            _ = try certificates.key(for: .identifier(id), at: TestTime.now)
            return true
        } catch {
            return false
        }
    }

    @Test("keys are found by libtrust's fingerprint and by RFC 7638's thumbprint")
    func identifiers() throws {
        let pem = try TokenVectors.text("bundle.pem")
        for key in try TokenVectors.identifiers() {
            #expect(try keyIsFound(key.libtrust, in: pem))
            #expect(try keyIsFound(key.thumbprint, in: pem))
            #expect(try !keyIsFound(key.libtrust.lowercased(), in: pem))
        }
    }

    @Test("what is no certificate is passed over")
    func otherBlocks() throws {
        let pem = try TokenVectors.text("p256.key") + "note\n" + TokenVectors.text("bundle.pem")
        #expect(try TokenCertificates(pem: pem).authorities.count == 6)
    }

    @Test("a file without certificates, or with a broken one, is refused")
    func unusable() throws {
        #expect(throws: TokenCertificatesError.none) { try TokenCertificates(pem: "") }
        #expect(throws: TokenCertificatesError.none) {
            try TokenCertificates(pem: TokenVectors.text("p256.key"))
        }
        let broken = PEMBlock(label: "CERTIFICATE", bytes: [1, 2, 3]).text
        #expect(throws: TokenCertificatesError.self) { try TokenCertificates(pem: broken) }
    }

    @Test("a file that is not there is named")
    func missing() throws {
        let configuration = TokenAuthenticationConfiguration(
            realm: .ofRequestedHost,
            service: "s",
            issuer: "i",
            rootCertificates: "/no/such/file"
        )
        let error = #expect(throws: TokenCertificatesError.self) {
            try TokenAuthenticator(configuration)
        }
        #expect(error?.description.contains("`/no/such/file`") == true)
    }

    @Test("certificates that are not in force still sign with their own key, and are named")
    func outOfTime() throws {
        let header: [String: JSON] = [
            "kid": .string(try TokenVectors.identifiers(of: "p256").libtrust)
        ]
        let late = TestTime.days(200 * 365)
        let text = try TestToken(at: late, header: header).signed(by: TokenVectors.key("p256"))
        let trust = try TokenVectors.trust()
        _ = try UnverifiedToken(parsing: text).verified(by: trust, at: late)
        let authenticator = TokenAuthenticator(realm: .ofRequestedHost, trust: trust)
        #expect(authenticator.certificatesOutOfTime(at: late).count == 6)
        #expect(authenticator.certificatesOutOfTime(at: TestTime.now).isEmpty)
    }
}

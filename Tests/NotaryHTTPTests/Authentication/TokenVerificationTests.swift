import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Tokens that are believed")
struct TokenVerificationTests {
    private func verified(
        _ text: String,
        at time: UTCTime = TestTime.now
    ) throws -> VerifiedToken {
        try UnverifiedToken(parsing: text).verified(by: TokenVectors.trust(), at: time)
    }

    @Test("a token of PyJWT, by each algorithm")
    func vectors() throws {
        let lines = try TokenVectors.text("tokens.txt").split(separator: "\n")
        #expect(lines.count == 10)
        for line in lines {
            let words = line.split(separator: " ").map(String.init)
            #expect(try verified(words[1]).subject == "alice", "\(words[0])")
        }
    }

    @Test(
        "a key of the bundle by either identifier, or by value",
        arguments: [
            ("rsa", "RS256"), ("p256", "ES256"), ("p384", "ES384"), ("p521", "ES512"),
            ("ed25519", "EdDSA"),
        ]
    )
    func keysOfTheBundle(name: String, algorithm: String) throws {
        let key = try TokenVectors.key(name)
        let identifiers = try TokenVectors.identifiers(of: name)
        let headers: [[String: JSON]] = [
            ["kid": .string(identifiers.libtrust)], ["kid": .string(identifiers.thumbprint)],
            ["jwk": try TokenVectors.webKey(name)],
            // Not looked at, as a certificate chain or a key comes first.
            ["jwk": try TokenVectors.webKey(name), "kid": "unknown"],
        ]
        for header in headers {
            _ = try verified(TestToken(header: header).signed(by: key, algorithm))
        }
    }

    @Test("a key whose certificate leads to the bundle, in the header or in its key")
    func chains() throws {
        let key = try TokenVectors.key("leaf")
        let chain = try TokenVectors.chain("leaf")
        _ = try verified(TestToken(header: ["x5c": chain, "kid": "unknown"]).signed(by: key))
        guard case .object(let members) = try TokenVectors.webKey("leaf") else {
            Issue.record("no object")
            return
        }
        let webKey = JSON.object(members + [.init(name: "x5c", value: chain)])
        _ = try verified(TestToken(header: ["jwk": webKey]).signed(by: key))
    }

    @Test("a certificate of the bundle is a chain by itself")
    func certificateItself() throws {
        let certificate = try #require(
            TokenVectors.trust().certificates.authorities.first { $0.commonName == "p256" }
        )
        let header: [String: JSON] = ["x5c": [.string(Base64.encode(certificate.der))]]
        _ = try verified(TestToken(header: header).signed(by: TokenVectors.key("p256")))
    }

    @Test("an audience may be a list with this service in it")
    func audienceList() throws {
        var token = try signable()
        token.claims["aud"] = ["registry", "notary-lab"]
        _ = try verified(token.signed(by: TokenVectors.key("p256")))
    }

    @Test("clocks may differ by a minute, and no more")
    func leeway() throws {
        let text = try signable().signed(by: TokenVectors.key("p256"))
        let start = TestTime.now
        let end = start.adding(seconds: 300)
        _ = try verified(text, at: start.adding(seconds: -60))
        _ = try verified(text, at: end.adding(seconds: 60))
        #expect(throws: TokenError.notYetValid(from: start.seconds)) {
            try verified(text, at: start.adding(seconds: -61))
        }
        #expect(throws: TokenError.expired(at: end.seconds)) {
            try verified(text, at: end.adding(seconds: 61))
        }
    }

    @Test("what is not there, or null, is like what Go makes of it")
    func absent() throws {
        var token = try signable()
        token.claims["nbf"] = nil
        token.claims["sub"] = .null
        token.claims["access"] = .null
        token.claims["more"] = ["deep": [[["er": true]]]]
        let verified = try verified(token.signed(by: TokenVectors.key("p256")))
        #expect(verified.subject == nil)
        #expect(verified.claims.access.isEmpty)
        token.claims["exp"] = nil
        #expect(throws: TokenError.expired(at: 0)) {
            try self.verified(token.signed(by: TokenVectors.key("p256")))
        }
    }

    private func signable() throws -> TestToken {
        TestToken(header: ["kid": .string(try TokenVectors.identifiers(of: "p256").libtrust)])
    }
}

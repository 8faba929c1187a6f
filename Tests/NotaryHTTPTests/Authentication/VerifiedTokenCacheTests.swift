import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Tokens that are kept")
struct VerifiedTokenCacheTests {
    private func token(
        _ header: [String: JSON]? = nil,
        by key: String = "p256",
        lifetime: Int = 300
    ) throws -> VerifiedToken {
        let known = try TokenVectors.identifiers(of: "p256").libtrust
        var token = TestToken(header: header ?? ["kid": .string(known)])
        token.claims["exp"] = .integer(TestTime.now.seconds + lifetime)
        return try UnverifiedToken(parsing: token.signed(by: TokenVectors.key(key)))
            .verified(by: TokenVectors.trust(), at: TestTime.now)
    }

    private func digest(_ number: Int) -> Digest {
        HashAlgorithm.sha256.digest(of: Array("\(number)".utf8))
    }

    @Test("a token is found until its time is over, and then it is gone")
    func expires() throws {
        let cache = VerifiedTokenCache()
        let token = try token()
        cache.keep(token, for: digest(1), at: TestTime.now)
        let end = TestTime.now.adding(seconds: 360)
        #expect(cache.token(digest(1), at: end) == token)
        #expect(cache.token(digest(2), at: TestTime.now) == nil)
        #expect(cache.token(digest(1), at: end.adding(seconds: 1)) == nil)
        #expect(cache.count == 0)
    }

    @Test("a token is not kept longer than the certificates it came with")
    func certificates() throws {
        let cache = VerifiedTokenCache()
        let chain = try TokenVectors.chain("leaf")
        let token = try token(["x5c": chain], by: "leaf", lifetime: 200 * 365 * 86_400)
        cache.keep(token, for: digest(1), at: TestTime.now)
        let leaf = try #require(
            try X509Certificate.bundle(pem: TokenVectors.text("leaf.pem")).first
        )
        #expect(cache.token(digest(1), at: leaf.notAfter.adding(seconds: -1)) == token)
        #expect(cache.token(digest(1), at: leaf.notAfter.adding(seconds: 1)) == nil)
    }

    @Test("there is an end to how many are kept; those out of time go first")
    func isBounded() throws {
        let cache = VerifiedTokenCache(capacity: 3)
        let short = try token(lifetime: 1)
        let long = try token(lifetime: 1000)
        cache.keep(short, for: digest(1), at: TestTime.now)
        cache.keep(long, for: digest(2), at: TestTime.now)
        cache.keep(long, for: digest(3), at: TestTime.now)
        let later = TestTime.now.adding(seconds: 100)
        cache.keep(long, for: digest(4), at: later)
        #expect(cache.count == 3)
        #expect(cache.token(digest(2), at: later) == long)
        cache.keep(long, for: digest(5), at: later)
        #expect(cache.count == 1)
        #expect(cache.token(digest(5), at: later) == long)
    }
}

import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Tokens that are not believed")
struct WrongTokenTests {
    @Test("each wrong token is refused, and the log is told why", arguments: try WrongToken.all())
    func refused(token: WrongToken) throws {
        let trust = try TokenVectors.trust()
        let error = #expect(throws: TokenError.self) {
            try UnverifiedToken(parsing: token.text).verified(by: trust, at: TestTime.now)
        }
        if case .tooLong = token.error {
            let bytes = token.text.utf8.count
            #expect(error == .tooLong(bytes: bytes, limit: UnverifiedToken.maximumBytes))
        } else {
            #expect(error == token.error)
        }
    }

    @Test("a token cut anywhere is refused")
    func cut() throws {
        let trust = try TokenVectors.trust()
        let header: [String: JSON] = [
            "kid": .string(try TokenVectors.identifiers(of: "p256").libtrust)
        ]
        let good = try TestToken(header: header).signed(by: TokenVectors.key("p256"))
        _ = try UnverifiedToken(parsing: good).verified(by: trust, at: TestTime.now)
        for length in 0..<good.count {
            #expect(throws: TokenError.self, "\(length)") {
                try UnverifiedToken(parsing: String(good.prefix(length)))
                    .verified(by: trust, at: TestTime.now)
            }
        }
    }

    @Test("a token changed in any character is refused")
    func changed() throws {
        let trust = try TokenVectors.trust()
        let header: [String: JSON] = [
            "kid": .string(try TokenVectors.identifiers(of: "p256").libtrust)
        ]
        let good = Array(try TestToken(header: header).signed(by: TokenVectors.key("p256")).utf8)
        for index in good.indices {
            var bytes = good
            bytes[index] = bytes[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(throws: TokenError.self, "\(index)") {
                try UnverifiedToken(parsing: String(decoding: bytes, as: UTF8.self))
                    .verified(by: trust, at: TestTime.now)
            }
        }
    }
}

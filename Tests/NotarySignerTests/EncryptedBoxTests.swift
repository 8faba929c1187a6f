import TUFCore
import Testing

@testable import NotarySigner

@Suite("Keys at rest")
struct EncryptedBoxTests {
    private static let secret: [UInt8] = Array("a private key".utf8)
    private static let passphrase = Array("a passphrase".utf8)

    @Test("rows of a real notary-signer open to their keys", arguments: Vector.all)
    func realRow(vector: Vector) throws {
        let bytes = try EncryptedBox.open(vector.jwe, passphrase: Vector.passphrase)
        let key = try #require(try PrivateKeyEncoding.decode(bytes, as: .ecdsa))
        #expect(key.publicKey == (try vector.privateKey.publicKey))
        #expect(try Key(notary: key.publicKey).id == vector.keyID)
    }

    @Test("what was sealed opens with the same passphrase and with no other")
    func roundTrip() throws {
        let text = try EncryptedBox.seal(Self.secret, passphrase: Self.passphrase)
        #expect(try EncryptedBox.open(text, passphrase: Self.passphrase) == Self.secret)
        for wrong in ["", "a passphrasf", "A passphrase", "a passphrase "] {
            #expect(throws: EncryptionError.doesNotOpen) {
                try EncryptedBox.open(text, passphrase: Array(wrong.utf8))
            }
        }
    }

    @Test("a new row is written as notary-signer writes it, with more rounds")
    func writtenForm() throws {
        let text = try EncryptedBox.seal(Self.secret, passphrase: Self.passphrase)
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let lengths = try parts.map { try #require(Base64URL.decode($0)).count }
        #expect(lengths.dropFirst() == [40, 12, Self.secret.count, 16])
        let header = String(decoding: try #require(Base64URL.decode(parts[0])), as: UTF8.self)
        #expect(
            header.hasPrefix(
                #"{"alg":"PBES2-HS256+A128KW","enc":"A256GCM","p2c":100000,"p2s":""#
            )
        )
        let again = try EncryptedBox.seal(Self.secret, passphrase: Self.passphrase)
        let others = again.split(separator: ".")
        #expect(zip(parts, others).allSatisfy { $0 != $1 })
    }

    @Test("a row that was changed in any part does not open", arguments: 0..<5)
    func changed(part: Int) throws {
        let text = try EncryptedBox.seal(Self.secret, passphrase: Self.passphrase, rounds: 1000)
        var parts = text.split(separator: ".").map(String.init)
        var bytes = try #require(Base64URL.decode(parts[part][...]))
        if part == 0 {
            // One round more, which is still a header.
            bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
            let index = try #require(bytes.firstIndex(of: UInt8(ascii: "0")))
            bytes[index] = UInt8(ascii: "1")
        } else {
            bytes[0] ^= 1
        }
        parts[part] = Base64URL.encode(bytes)
        #expect(throws: EncryptionError.doesNotOpen) {
            try EncryptedBox.open(parts.joined(separator: "."), passphrase: Self.passphrase)
        }
    }

    @Test(
        "a header that asks for anything else is refused before any work is done",
        arguments: [
            (#""alg":"PBES2-HS256+A128KW""#, #""alg":"dir""#),
            (#""enc":"A256GCM""#, #""enc":"A128GCM""#),
            (#""p2c":1000"#, #""p2c":999"#),
            (#""p2c":1000"#, #""p2c":1000001"#),
            (#""p2c":1000"#, #""p2c":9223372036854775807"#),
            (#""p2c":1000"#, #""p2c":-1"#),
            (#""p2c":1000"#, #""p2c":"1000""#),
            (#""p2c":1000"#, #""zip":"DEF","p2c":1000"#),
            (#""p2c":1000"#, #""crit":["x"],"p2c":1000"#),
            (#""p2s":"AAAAAAAAAAA""#, #""p2s":"AAAAAAAAAA""#),
            (#""p2s":"AAAAAAAAAAA""#, #""p2s":"!""#),
            (#""enc""#, #""alg":"PBES2-HS256+A128KW","enc""#),
        ]
    )
    func header(original: String, changed: String) throws {
        let good =
            #"{"alg":"PBES2-HS256+A128KW","enc":"A256GCM","p2c":1000,"p2s":"AAAAAAAAAAA"}"#
        _ = try JWEHeader(parsing: Array(good.utf8))
        let bad = good.replacing(original, with: changed)
        try #require(bad != good)
        let error = #expect(throws: EncryptionError.self) {
            try JWEHeader(parsing: Array(bad.utf8))
        }
        #expect(error != .doesNotOpen)
    }

    @Test(
        "what is no compact JWE is refused",
        arguments: ["", ".", "....", "a.b.c.d", "a.b.c.d.e", "e30.e30.e30.e30.e30", "=.=.=.=.="]
    )
    func malformed(text: String) {
        let error = #expect(throws: EncryptionError.self) {
            try EncryptedBox.open(text, passphrase: Self.passphrase)
        }
        #expect(error != .doesNotOpen)
    }

    @Test(
        "private keys keep their form in both algorithms",
        arguments: [KeyAlgorithm.ecdsa, .ed25519]
    )
    func encoding(algorithm: KeyAlgorithm) throws {
        let key = try KeyGenerator().generate(algorithm)
        let bytes = try #require(PrivateKeyEncoding.encode(key, as: algorithm))
        if algorithm == .ed25519 { #expect(bytes.count == 96) }
        let decoded = try PrivateKeyEncoding.decode(bytes, as: algorithm)
        #expect(decoded?.publicKey == key.publicKey)
        #expect((try? PrivateKeyEncoding.decode(Array(bytes.dropLast()), as: algorithm)) == nil)
    }
}

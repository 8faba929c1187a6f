import Testing

@testable import TUFCore

/// Keys that are taken and keys that are not: `Vectors/crypto/keys.txt`, and what keys say.
@Suite struct PublicKeyTests {
    @Test("a key is accepted or refused as the vector says", arguments: try vectors())
    func verdict(vector: FlatVector) throws {
        let der = try vector.bytes("key")
        if try vector["expect"] == "accepted" {
            let key = try PublicKey(subjectPublicKeyInfo: der)
            #expect(key.subjectPublicKeyInfo == der)
        } else {
            #expect(throws: CryptoError.self) { try PublicKey(subjectPublicKeyInfo: der) }
        }
    }

    @Test("a key cut off anywhere is refused", arguments: try vectors())
    func cutAnywhere(vector: FlatVector) throws {
        let der = try vector.bytes("key")
        for length in 0..<min(der.count, 400) where try vector["expect"] == "accepted" {
            #expect(throws: CryptoError.self) {
                try PublicKey(subjectPublicKeyInfo: Array(der[..<length]))
            }
        }
    }

    @Test("a refusal says what is wrong")
    func reasons() throws {
        let raw = [UInt8](repeating: 0, count: 31)
        #expect(throws: CryptoError.ed25519Length(found: 31)) { try PublicKey(ed25519: raw) }
        #expect(throws: CryptoError.ed25519Point) { try PublicKey(ed25519: raw + [0]) }
        let rsa = try der("RSA of 1024 bits")
        #expect(throws: CryptoError.rsaSize(bits: 1024)) {
            try PublicKey(subjectPublicKeyInfo: rsa)
        }
        let trailing = try der("a byte after the structure")
        #expect(throws: CryptoError.trailingBytes(1)) {
            try PublicKey(subjectPublicKeyInfo: trailing)
        }
    }

    @Test("keys are equal when their material is, however they came")
    func equality() throws {
        let spki = try der("ed as libcrypto writes it")
        let raw = Array(spki.suffix(32))
        let key = try PublicKey(subjectPublicKeyInfo: spki)
        #expect(try key == PublicKey(ed25519: raw))
        #expect(key.rawEd25519 == raw)
        let pem = PEMBlock(label: "PUBLIC KEY", bytes: spki).text
        #expect(try Set([key, PublicKey(ed25519: raw), PublicKey(pem: pem)]).count == 1)
        let other = try PublicKey(subjectPublicKeyInfo: der("p256 as libcrypto writes it"))
        #expect(other != key)
        #expect(other.rawEd25519 == nil)
    }

    @Test(
        "a key knows its algorithm",
        arguments: [
            ("ed", PublicKey.Algorithm.ed25519), ("p256", .ecdsaP256), ("p384", .ecdsaP384),
            ("p521", .ecdsaP521), ("rsa2048", .rsa(bits: 2048)),
        ]
    )
    func algorithm(name: String, algorithm: PublicKey.Algorithm) throws {
        let spki = try der("\(name) as libcrypto writes it")
        #expect(try PublicKey(subjectPublicKeyInfo: spki).algorithm == algorithm)
    }

    @Test("PEM with a public key or a certificate gives its key, anything else does not")
    func pem() throws {
        let spki = try der("p256 as libcrypto writes it")
        #expect(
            try PublicKey(pem: CryptoFile.text("certificates/leaf.pem")).algorithm == .ecdsaP256
        )
        let block = PEMBlock(label: "PUBLIC KEY", bytes: spki).text
        #expect(throws: CryptoError.malformedPEM("expected one block, found 2")) {
            try PublicKey(pem: block + block)
        }
        #expect(throws: CryptoError.malformedPEM("expected one block, found 0")) {
            try PublicKey(pem: "")
        }
        #expect(throws: CryptoError.self) {
            try PublicKey(pem: PEMBlock(label: "RSA PUBLIC KEY", bytes: spki).text)
        }
    }

    private func der(_ comment: String) throws -> [UInt8] {
        let vector = try Self.vectors().first { try $0["comment"] == comment }
        return try #require(vector).bytes("key")
    }

    private static func vectors() throws -> [FlatVector] {
        try FlatVector.all(in: "crypto/keys.txt")
    }
}

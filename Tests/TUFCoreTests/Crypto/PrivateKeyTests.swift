import Testing

@testable import TUFCore

/// Private keys: read, written, made, and signing.
@Suite struct PrivateKeyTests {
    private static let names = ["ed", "p256", "p384", "p521", "rsa2048", "notary-root"]

    @Test("a key is the same after it was written and read in each of its forms", arguments: names)
    func forms(name: String) throws {
        let key = try CryptoFile.privateKey(name)
        #expect(try PrivateKey(pkcs8: key.pkcs8).pkcs8 == key.pkcs8)
        let isElliptic = name.hasPrefix("p") || name == "notary-root"
        #expect((key.sec1 != nil) == isElliptic)
        #expect((key.ed25519Seed != nil) == (name == "ed"))
        if let sec1 = key.sec1 { #expect(try PrivateKey(sec1: sec1).pkcs8 == key.pkcs8) }
        if let seed = key.ed25519Seed {
            #expect(try PrivateKey(ed25519Seed: seed).pkcs8 == key.pkcs8)
        }
    }

    @Test("a key signs by the schemes of its algorithm, and by no other", arguments: names)
    func signing(name: String) throws {
        let key = try CryptoFile.privateKey(name)
        for scheme in Self.schemes {
            for message in [[], Array("countersign".utf8)] {
                guard fits(key.publicKey.algorithm, scheme) else {
                    #expect(throws: CryptoError.schemeMismatch(key.publicKey.algorithm, scheme)) {
                        try key.signature(scheme: scheme, over: message)
                    }
                    continue
                }
                let signature = try key.signature(scheme: scheme, over: message)
                let isValid = key.publicKey.isValidSignature(
                    signature,
                    scheme: scheme,
                    over: message
                )
                #expect(isValid)
                let other = message + [0]
                #expect(!key.publicKey.isValidSignature(signature, scheme: scheme, over: other))
            }
        }
    }

    @Test("Ed25519 signatures are those of RFC 8032")
    func ed25519() throws {
        let vectors = try FlatVector.all(in: "crypto/signatures.txt")
        let tests = vectors.filter { $0.fields["seed"] != nil }
        #expect(tests.count == 4)
        for vector in tests {
            let seed = try #require(Hex.decode(vector["seed"]))
            let key = try PrivateKey(ed25519Seed: seed)
            let signature = try key.signature(scheme: .ed25519, over: vector.bytes("message"))
            #expect(try signature == vector.bytes("signature"))
            #expect(try key.publicKey.subjectPublicKeyInfo == vector.bytes("key"))
        }
    }

    @Test("libsodium and libcrypto make the same Ed25519 signatures")
    func bothLibraries() throws {
        for number in UInt8(0)..<32 {
            let seed = [UInt8](repeating: number, count: 32)
            let message = [UInt8](repeating: number, count: 9 * Int(number))
            let handle = try EVPKey(ed25519Seed: seed)
            let expected = try LibCrypto.signature(over: message, by: handle, hash: nil)
            #expect(Ed25519Secret(seed: seed)?.signature(over: message) == expected)
        }
        #expect(Ed25519Secret(seed: [1, 2, 3]) == nil)
    }

    @Test("a signature as r and s has its full length, whatever zeros it starts with")
    func rawPairLength() throws {
        let key = try CryptoFile.privateKey("p256")
        for number in UInt16(0)..<600 {
            let message = [UInt8(number >> 8), UInt8(number & 0xFF)]
            let signature = try key.signature(scheme: .ecdsa(.sha256, .rawPair), over: message)
            #expect(signature.count == 64)
        }
    }

    @Test("what is not a key of its form is refused")
    func malformed() throws {
        let key = try CryptoFile.privateKey("p256")
        let sec1 = try #require(key.sec1)
        #expect(throws: CryptoError.trailingBytes(1)) { try PrivateKey(pkcs8: key.pkcs8 + [0]) }
        #expect(throws: CryptoError.trailingBytes(1)) { try PrivateKey(sec1: sec1 + [0]) }
        #expect(throws: CryptoError.self) { try PrivateKey(pkcs8: Array(key.pkcs8.dropLast())) }
        #expect(throws: CryptoError.self) { try PrivateKey(pkcs8: sec1) }
        #expect(throws: CryptoError.self) { try PrivateKey(sec1: key.pkcs8) }
        #expect(throws: CryptoError.self) { try PrivateKey(pkcs8: []) }
        #expect(throws: CryptoError.ed25519Length(found: 31)) {
            try PrivateKey(ed25519Seed: [UInt8](repeating: 1, count: 31))
        }
    }

    @Test("a key prints its algorithm and nothing else")
    func description() throws {
        let key = try CryptoFile.privateKey("p256")
        #expect("\(key)" == "private key (ecdsaP256)")
        #expect(String(reflecting: key) == "private key (ecdsaP256)")
        #expect(Mirror(reflecting: key).children.isEmpty)
    }

    @Test("a generator makes a new key each time", arguments: KeyAlgorithm.allCases)
    func generating(algorithm: KeyAlgorithm) throws {
        let first = try KeyGenerator().generate(algorithm)
        let second = try KeyGenerator().generate(algorithm)
        #expect(first.publicKey != second.publicKey)
        let expected: PublicKey.Algorithm =
            switch algorithm {
            case .ed25519: .ed25519
            case .ecdsa: .ecdsaP256
            case .rsa: .rsa(bits: 3072)
            }
        #expect(first.publicKey.algorithm == expected)
        #expect(try PrivateKey(pkcs8: first.pkcs8).publicKey == first.publicKey)
    }

    private static let schemes: [SignatureScheme] =
        [.ed25519]
        + HashAlgorithm.allCases.flatMap { hash -> [SignatureScheme] in
            [
                .ecdsa(hash, .rawPair), .ecdsa(hash, .der), .rsaPSS(hash, .any),
                .rsaPSS(hash, .digestLength), .rsaPKCS1v15(hash),
            ]
        }

    private func fits(_ algorithm: PublicKey.Algorithm, _ scheme: SignatureScheme) -> Bool {
        switch (algorithm, scheme) {
        case (.ed25519, .ed25519), (.rsa, .rsaPSS), (.rsa, .rsaPKCS1v15),
            (.ecdsaP256, .ecdsa), (.ecdsaP384, .ecdsa), (.ecdsaP521, .ecdsa):
            true
        default:
            false
        }
    }
}

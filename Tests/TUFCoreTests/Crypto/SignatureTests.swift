import Testing

@testable import TUFCore

/// Signatures that must pass and signatures that must not: `Vectors/crypto/signatures.txt`.
@Suite struct SignatureTests {
    @Test("a signature is valid or not as the vector says", arguments: try vectors())
    func verdict(vector: FlatVector) throws {
        let key = try PublicKey(subjectPublicKeyInfo: vector.bytes("key"))
        let isValid = key.isValidSignature(
            try vector.bytes("signature"),
            scheme: try scheme(try vector["scheme"]),
            over: try vector.bytes("message")
        )
        #expect(try isValid == (vector["expect"] == "valid"))
    }

    @Test("libsodium and libcrypto accept the same Ed25519 signatures", arguments: try vectors())
    func bothLibraries(vector: FlatVector) throws {
        guard try vector["scheme"] == "ed25519" else { return }
        let key = try PublicKey(subjectPublicKeyInfo: vector.bytes("key"))
        guard let raw = key.rawEd25519 else { return }
        let signature = try vector.bytes("signature")
        guard signature.count == Ed25519.signatureLength else { return }
        let message = try vector.bytes("message")
        let bySodium = unsafe message.withUnsafeBytes {
            unsafe Ed25519.isValidBySodium(signature, over: $0, by: raw)
        }
        let byLibCrypto = unsafe message.withUnsafeBytes {
            unsafe Ed25519.isValidByLibCrypto(signature, over: $0, by: raw)
        }
        let expected = try vector["expect"] == "valid"
        #expect(bySodium == expected)
        #expect(byLibCrypto == expected)
    }

    @Test("keys that anybody can sign for pass neither library", arguments: try smallOrderKeys())
    func smallOrder(raw: [UInt8]) {
        // With the neutral element as R and S = 0, the equation holds whenever the key's part is
        // cancelled, so for a key of small order it holds for one message in eight at least.
        let signature = [1] + [UInt8](repeating: 0, count: 63)
        for number in UInt8(0)..<32 {
            unsafe [number]
                .withUnsafeBytes { message in
                    let bySodium = unsafe Ed25519.isValidBySodium(signature, over: message, by: raw)
                    let other = unsafe Ed25519.isValidByLibCrypto(signature, over: message, by: raw)
                    #expect(!bySodium && !other)
                }
        }
    }

    @Test("messages on both sides of the size where the library changes", arguments: [-1, 0, 1])
    func longMessages(difference: Int) throws {
        let key = try PrivateKey(ed25519Seed: [UInt8](repeating: 7, count: 32))
        var message = [UInt8](repeating: 1, count: Ed25519.sodiumLimit + difference)
        let signature = try key.signature(scheme: .ed25519, over: message)
        #expect(key.publicKey.isValidSignature(signature, scheme: .ed25519, over: message))
        message[100] = 2
        #expect(!key.publicKey.isValidSignature(signature, scheme: .ed25519, over: message))
    }

    private func scheme(_ name: String) throws -> SignatureScheme {
        let parts = name.split(separator: "-").map(String.init)
        guard parts.count > 1 else { return .ed25519 }
        if parts[0] == "ecdsa" {
            let hash = try #require(HashAlgorithm(rawValue: parts[1]))
            return .ecdsa(hash, parts[2] == "raw" ? .rawPair : .der)
        }
        let hash = try #require(HashAlgorithm(rawValue: parts[2]))
        guard parts[1] == "pss" else { return .rsaPKCS1v15(hash) }
        return .rsaPSS(hash, parts[3] == "any" ? .any : .digestLength)
    }

    private static func vectors() throws -> [FlatVector] {
        try FlatVector.all(in: "crypto/signatures.txt")
    }

    private static func smallOrderKeys() throws -> [[UInt8]] {
        try FlatVector.all(in: "crypto/keys.txt")
            .filter { try $0["comment"].hasPrefix("Ed25519: ") }
            .map { Array(try $0.bytes("key").suffix(Ed25519.keyLength)) }
    }
}

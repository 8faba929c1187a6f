import TUFCore
import Testing

@Suite("Keys of TUF 1.0")
struct TUFSigningKeyTests {
    private static let names = ["ed", "p256", "p384", "p521", "rsa2048"]

    @Test("a key signs by the schemes of its algorithm, and by no other", arguments: names)
    func schemes(name: String) async throws {
        let privateKey = try CryptoFile.privateKey(name)
        for scheme in TUFKeyScheme.allCases {
            guard scheme.fits(privateKey.publicKey.algorithm) else {
                let algorithm = privateKey.publicKey.algorithm
                let error = CryptoError.schemeMismatch(algorithm, scheme.signatureScheme)
                #expect(throws: error) { try SigningKey(tuf: privateKey, scheme: scheme) }
                continue
            }
            let signer = try SigningKey(tuf: privateKey, scheme: scheme)
            let keys = try RoleKeys([signer.key])
            let editor = TargetsEditor(in: .tuf, expires: Editing.expires)
            let file = try await editor.signed(by: [signer], keys: keys)
            #expect(file.signers == [signer.key])
            let changed = String(decoding: file.rawBytes, as: UTF8.self)
                .replacing(#""version":1"#, with: #""version":2"#)
            let read = try Unverified<Targets>(
                parsing: Array(changed.utf8),
                as: .targets,
                in: .tuf
            )
            #expect(throws: UpdateError.self) { try read.verified(by: keys) }
        }
    }

    @Test("each algorithm has a usual scheme, P-521 has none")
    func defaults() throws {
        let schemes: [String: TUFKeyScheme] = [
            "ed": .ed25519, "p256": .ecdsaP256, "p384": .ecdsaP384,
            "rsa2048": .rsaPSSWithSHA256,
        ]
        for (name, scheme) in schemes {
            let key = try SigningKey(tuf: CryptoFile.privateKey(name)).key
            #expect(key.scheme == scheme.rawValue)
        }
        #expect(throws: CryptoError.unsupportedKey("ecdsaP521")) {
            try SigningKey(tuf: CryptoFile.privateKey("p521"))
        }
    }

    @Test(
        "a key has the id that its object has in a file",
        arguments: names.filter { $0 != "p521" }
    )
    func ids(name: String) async throws {
        let signer = try SigningKey(tuf: CryptoFile.privateKey(name))
        var editor = RootEditor(in: .tuf, expires: Editing.expires)
        for role in RoleName.topLevel { try editor.setKeys(RoleKeys([signer.key]), of: role) }
        // Reading calculates the ids again.
        let root = try await editor.signed(by: [signer])
        let read = try #require(root.payload.keys[signer.key.id])
        #expect(read.publicKey == signer.key.publicKey)
        #expect(read.type == signer.key.type)
        #expect(read.scheme == signer.key.scheme)
        #expect(read.publicBytes == signer.key.publicBytes)
    }

    @Test("an ed25519 key is written as in the specification")
    func object() throws {
        let key = try SigningKey(tuf: PrivateKey(ed25519Seed: [UInt8](repeating: 7, count: 32))).key
        let text = "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c"
        #expect(
            String(decoding: try TUFDialect().json(of: key).canonicalBytes(), as: UTF8.self)
                == #"{"keytype":"ed25519","keyval":{"public":"\#(text)"},"scheme":"ed25519"}"#
        )
    }

    @Test("keys in several places sign one after the other")
    func adding() async throws {
        let names = ["ed", "p256", "rsa2048"]
        let signers = try names.map { try SigningKey(tuf: CryptoFile.privateKey($0)) }
        let keys = try RoleKeys(signers.map(\.key), threshold: 3)
        let signer = MetadataSigner(.tuf)
        let editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        var file = try await signer.file(signed: editor.json, by: [signers[0]])
        for next in signers.dropFirst() {
            let soFar = try Unverified<Targets>(parsing: file, as: .targets, in: .tuf)
            #expect(throws: UpdateError.self) { try soFar.verified(by: keys) }
            file = try await signer.file(adding: [next, signers[0]], to: soFar)
        }
        let whole = try Unverified<Targets>(parsing: file, as: .targets, in: .tuf)
        #expect(whole.signatures.count == 3)
        #expect(Set(try whole.verified(by: keys).signers) == Set(signers.map(\.key)))
        await #expect(throws: SigningError.noSigners) {
            try await signer.file(adding: [], to: whole)
        }
    }
}

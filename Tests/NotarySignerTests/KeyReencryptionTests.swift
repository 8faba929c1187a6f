import NotaryService
import NotaryStorage
import TUFCore
import Testing

@testable import NotarySigner

@Suite("Re-encryption of kept keys", .serialized)
struct KeyReencryptionTests {
    private static let now = UTCTime(seconds: 1_798_761_600)
    private static let both = ["NOTARY_SIGNER_OLD": "one", "NOTARY_SIGNER_NEW": "two"]

    private let store = InMemoryKeyStore()
    private let gun: GUN

    init() throws {
        gun = try GUN("lab/app")
    }

    private func service(
        _ environment: [String: String] = both,
        alias: String
    ) throws -> LocalSigningService {
        LocalSigningService(
            store: store,
            passphrases: try Passphrases(environment: environment, defaultAlias: alias),
            now: { Self.now }
        )
    }

    private func reencryption(
        _ environment: [String: String] = both,
        store: (any EncryptedKeyStore)? = nil,
        attempts: Int = 10
    ) throws -> KeyReencryption {
        KeyReencryption(
            store: store ?? self.store,
            attempts: attempts,
            passphrases: try Passphrases(environment: environment, defaultAlias: "new")
        )
    }

    /// A key of the old alias that has signed, one that has not, and one of the new alias.
    private func fill() async throws -> [Key] {
        let old = try service(alias: "old")
        let used = try await old.unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa)
        let signer = try #require(try await old.signer(for: used.id, as: .timestamp, of: gun))
        _ = try await signer.signature(over: [])
        let unused = try await old.unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa)
        let new = try await service(alias: "new")
            .unusedKey(for: .snapshot, of: gun, algorithm: .ed25519)
        return [used, unused, new]
    }

    @Test("afterwards the new passphrase opens all keys, and they sign as before")
    func all() async throws {
        let keys = try await fill()
        let outcome = try await reencryption().run()
        #expect(outcome == KeyReencryption.Outcome(resealed: 2, unchanged: 1))
        let alone = try service(["NOTARY_SIGNER_NEW": "two"], alias: "new")
        try await alone.checkPassphrases()
        for (key, role) in zip(keys, [ServerRole.timestamp, .timestamp, .snapshot]) {
            let signer = try #require(try await alone.signer(for: key.id, as: role, of: gun))
            #expect(signer.key == key)
            #expect(try await !signer.signature(over: [1]).isEmpty)
        }
        #expect(try await reencryption().run().resealed == 0)
    }

    @Test("a row of a real notary-signer gets our own rounds")
    func realRow() async throws {
        let vector = Vector.all[0]
        let row = EncryptedKey(
            id: try vector.keyID,
            role: .timestamp,
            gun: gun,
            algorithm: .ecdsa,
            publicBytes: try vector.privateKey.publicKey.subjectPublicKeyInfo,
            encryptedPrivate: try vector.jwe,
            passphraseAlias: "LabAlias1",
            createdAt: Self.now,
            usedAt: nil
        )
        _ = try await store.addUnlessUnused(row)
        let environment = ["NOTARY_SIGNER_LABALIAS1": "secretpass1", "NOTARY_SIGNER_NEW": "two"]
        #expect(try await reencryption(environment).run().resealed == 1)
        let kept = try #require(try await store.key(try vector.keyID))
        #expect(kept.passphraseAlias == "new")
        let bytes = try EncryptedBox.open(kept.encryptedPrivate, passphrase: Array("two".utf8))
        #expect(bytes == (try EncryptedBox.open(vector.jwe, passphrase: Vector.passphrase)))
    }

    @Test("what does not open is named, and nothing has changed")
    func nothing() async throws {
        _ = try await fill()
        let before = try await store.allKeys()
        let wrong = [
            (["NOTARY_SIGNER_NEW": "two"], "no passphrase is configured for alias `old`"),
            (
                ["NOTARY_SIGNER_OLD": "wrong", "NOTARY_SIGNER_NEW": "two"],
                "the passphrase of alias `old` does not open"
            ),
            (
                ["NOTARY_SIGNER_OLD": "one", "NOTARY_SIGNER_NEW": "other"],
                "the passphrase of alias `new` does not open"
            ),
        ]
        for (environment, message) in wrong {
            let error = await #expect(throws: SigningServiceError.self) {
                try await reencryption(environment).run()
            }
            #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
            #expect(try await store.allKeys() == before)
        }
    }

    @Test("the new alias must have a passphrase")
    func missing() {
        #expect(throws: SigningServiceError.missingPassphrase(alias: "new")) {
            try reencryption(["NOTARY_SIGNER_OLD": "one"])
        }
    }

    @Test("a damaged key is in the way of all")
    func damaged() async throws {
        let keys = try await fill()
        let kept = try #require(try await store.key(keys[1].id))
        let text = ResealedKey(of: kept, encryptedPrivate: "damaged")
        let others = try await store.allKeys().filter { $0.id != kept.id }
            .map { ResealedKey(of: $0, encryptedPrivate: $0.encryptedPrivate) }
        #expect(try await store.reseal([text] + others, under: "old") == .stored)
        await #expect(throws: SigningServiceError.self) { try await reencryption().run() }
        #expect(try await store.allKeys().allSatisfy { $0.passphraseAlias == "old" })
    }

    @Test("keys that a server makes meanwhile are taken along, within reason")
    func busy() async throws {
        _ = try await fill()
        let old = try service(alias: "old")
        let busy = BusyKeyStore(store, times: 1) { [gun] in
            _ = try await old.unusedKey(for: .snapshot, of: gun, algorithm: .ecdsa)
        }
        #expect(try await reencryption(store: busy).run().resealed == 3)
        #expect(try await store.allKeys().allSatisfy { $0.passphraseAlias == "new" })
    }

    @Test("a server that goes on making keys under the old alias is an error at last")
    func tooBusy() async throws {
        let old = try service(alias: "old")
        let store = self.store
        let busy = BusyKeyStore(store, times: .max) {
            let number = try await store.allKeys().count
            let gun = try GUN("lab/\(number)")
            _ = try await old.unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa)
        }
        let error = await #expect(throws: SigningServiceError.self) {
            try await reencryption(store: busy, attempts: 2).run()
        }
        #expect(error?.description.contains("quieter moment") == true)
        #expect(try await store.allKeys().allSatisfy { $0.passphraseAlias == "old" })
    }
}

import NotaryService
import NotarySigner
import NotaryStorage
import TUFCore
import Testing

@Suite("The local signing service")
struct LocalSigningServiceTests {
    private static let now = UTCTime(seconds: 1_798_761_600)

    private let store = InMemoryKeyStore()
    private let gun: GUN

    init() throws {
        gun = try GUN("lab/app")
    }

    private func service(
        _ passphrases: [String: String] = ["NOTARY_SIGNER_DEFAULT": "one"],
        alias: String = "default",
        capacity: Int = LocalSigningService.defaultCapacity
    ) throws -> LocalSigningService {
        LocalSigningService(
            store: store,
            passphrases: try Passphrases(environment: passphrases, defaultAlias: alias),
            capacity: capacity,
            now: { Self.now }
        )
    }

    @Test("makes a key that signs", arguments: [KeyAlgorithm.ecdsa, .ed25519])
    func signs(algorithm: KeyAlgorithm) async throws {
        let service = try service()
        let key = try await service.unusedKey(for: .timestamp, of: gun, algorithm: algorithm)
        let signer = try #require(try await service.signer(for: key.id, as: .timestamp, of: gun))
        #expect(signer.key == key)
        let signature = try await signer.signature(over: [1, 2, 3])
        let scheme = try #require(NotaryDialect().scheme(of: key, for: signer.method))
        let publicKey = try #require(key.publicKey)
        #expect(publicKey.isValidSignature(signature, scheme: scheme, over: [1, 2, 3]))
        #expect(!publicKey.isValidSignature(signature, scheme: scheme, over: [1, 2]))
    }

    @Test("has the same key after a restart, and can sign with it")
    func restart() async throws {
        let key = try await service().unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa)
        let again = try service()
        #expect(try await again.unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa) == key)
        let signer = try #require(try await again.signer(for: key.id, as: .timestamp, of: gun))
        #expect(try await !signer.signature(over: []).isEmpty)
    }

    @Test("gives another key once the first has signed, and keeps the first")
    func use() async throws {
        let service = try service()
        let first = try await service.unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa)
        let signer = try #require(try await service.signer(for: first.id, as: .timestamp, of: gun))
        #expect(try await store.key(first.id)?.usedAt == nil)
        _ = try await signer.signature(over: [])
        #expect(try await store.key(first.id)?.usedAt == Self.now)
        let second = try await service.unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa)
        #expect(second != first)
        #expect(try await service.signer(for: first.id, as: .timestamp, of: gun) != nil)
    }

    @Test("gives 32 who ask at once the same key, and makes only that")
    func parallel() async throws {
        let service = try service()
        let ids = try await withThrowingTaskGroup(of: KeyID.self) { group in
            for _ in 0..<32 {
                group.addTask { [gun] in
                    try await service.unusedKey(for: .snapshot, of: gun, algorithm: .ecdsa).id
                }
            }
            return try await group.reduce(into: Set<KeyID>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
    }

    @Test("gives two processes on one store the same key")
    func twoProcesses() async throws {
        let services = [try service(), try service()]
        let ids = try await withThrowingTaskGroup(of: KeyID.self) { group in
            for service in services {
                group.addTask { [gun] in
                    try await service.unusedKey(for: .snapshot, of: gun, algorithm: .ecdsa).id
                }
            }
            return try await group.reduce(into: Set<KeyID>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
    }

    @Test("says so when the passphrase is wrong, and makes no other key in its place")
    func wrongPassphrase() async throws {
        let key = try await service().unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa)
        let other = try service(["NOTARY_SIGNER_DEFAULT": "two"])
        let expected = SigningServiceError.undecryptable(key.id, alias: "default")
        await #expect(throws: expected) { try await other.checkPassphrases() }
        await #expect(throws: expected) {
            try await other.unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa)
        }
        await #expect(throws: expected) {
            _ = try await other.signer(for: key.id, as: .timestamp, of: gun)
        }
        await #expect(throws: expected) { try await other.checkHealth() }
        #expect(try await service().unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa) == key)
        try await service().checkPassphrases()
    }

    @Test("makes new keys under a new alias, and opens the old ones under theirs")
    func aliases() async throws {
        let old = try await service().unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa)
        let both = ["NOTARY_SIGNER_DEFAULT": "one", "NOTARY_SIGNER_NEXT": "two"]
        let next = try service(both, alias: "next")
        try await next.checkPassphrases()
        #expect(try await next.signer(for: old.id, as: .timestamp, of: gun) != nil)
        let new = try await next.unusedKey(for: .snapshot, of: gun, algorithm: .ecdsa)
        #expect(try await store.key(new.id)?.passphraseAlias == "next")
        let alone = try service(["NOTARY_SIGNER_NEXT": "two"], alias: "next")
        let expected = SigningServiceError.missingPassphrase(alias: "default")
        await #expect(throws: expected) { try await alone.checkPassphrases() }
        await #expect(throws: expected) {
            _ = try await alone.signer(for: old.id, as: .timestamp, of: gun)
        }
    }

    @Test("makes no RSA keys")
    func rsa() async throws {
        let service = try service()
        await #expect(throws: SigningServiceError.unsupportedAlgorithm(.rsa)) {
            try await service.unusedKey(for: .timestamp, of: gun, algorithm: .rsa)
        }
    }

    @Test("knows no key that it does not hold")
    func unknownKey() async throws {
        let id = try KeyID(String(repeating: "0", count: 64))
        #expect(try await service().signer(for: id, as: .timestamp, of: gun) == nil)
    }

    @Test("has a signer only for the role and the repository that the key was made for")
    func purpose() async throws {
        let service = try service()
        let key = try await service.unusedKey(for: .timestamp, of: gun, algorithm: .ecdsa)
        let other = try GUN("lab/App")
        #expect(try await service.signer(for: key.id, as: .timestamp, of: gun) != nil)
        #expect(try await service.signer(for: key.id, as: .snapshot, of: gun) == nil)
        #expect(try await service.signer(for: key.id, as: .timestamp, of: other) == nil)
    }

    @Test("opens keys again that the bounded cache has dropped")
    func boundedCache() async throws {
        let service = try service(capacity: 1)
        let roles = [ServerRole.snapshot, .timestamp]
        let keys = try await roles.asyncMap { role in
            try await service.unusedKey(for: role, of: gun, algorithm: .ecdsa)
        }
        for (key, role) in zip(keys + keys, roles + roles) {
            let signer = try #require(try await service.signer(for: key.id, as: role, of: gun))
            #expect(try await !signer.signature(over: []).isEmpty)
        }
    }

    @Test("signs with a row that a real notary-signer wrote", arguments: Vector.all)
    func realRow(vector: Vector) async throws {
        _ = try await store.addUnlessUnused(try row(vector, id: vector.keyID))
        let signing = try service(["NOTARY_SIGNER_DEFAULT": "secretpass1"])
        let signer = try #require(
            try await signing.signer(for: vector.keyID, as: .timestamp, of: GUN("lab/a"))
        )
        #expect(try await !signer.signature(over: []).isEmpty)
    }

    @Test("refuses a row whose key is another's, or is none")
    func damagedRow() async throws {
        let vector = Vector.all[0]
        let signing = try service(["NOTARY_SIGNER_DEFAULT": "secretpass1"])
        let other = try Vector.all[1].keyID
        _ = try await store.addUnlessUnused(try row(vector, id: other))
        await #expect(throws: SigningServiceError.self) {
            _ = try await signing.signer(for: other, as: .timestamp, of: GUN("lab/a"))
        }
        let third = try Vector.all[2].keyID
        let text = "not a JWE"
        _ = try await store.addUnlessUnused(
            try row(vector, id: third, gun: "lab/b", encrypted: text)
        )
        let error = await #expect(throws: SigningServiceError.self) {
            _ = try await signing.signer(for: third, as: .timestamp, of: GUN("lab/b"))
        }
        #expect("\(try #require(error))".contains("damaged"))
    }

    private func row(
        _ vector: Vector,
        id: KeyID,
        gun: String = "lab/a",
        encrypted: String? = nil
    ) throws -> EncryptedKey {
        EncryptedKey(
            id: id,
            role: .timestamp,
            gun: try GUN(gun),
            algorithm: .ecdsa,
            publicBytes: try vector.privateKey.publicKey.subjectPublicKeyInfo,
            encryptedPrivate: try encrypted ?? vector.jwe,
            passphraseAlias: "default",
            createdAt: Self.now,
            usedAt: nil
        )
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
        var results: [T] = []
        for element in self { results.append(try await body(element)) }
        return results
    }
}

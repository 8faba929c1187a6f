import Foundation
import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

@Suite("The contract of a key store")
struct EncryptedKeyStoreTests {
    @Test("a key is read back as it was added", arguments: BackEnd.allCases)
    func readsBack(backEnd: BackEnd) async throws {
        try await backEnd.withKeyStore { store in
            let key = try Self.key(1)
            #expect(try await store.key(key.id) == nil)
            #expect(try await store.addUnlessUnused(key) == key)
            #expect(try await store.key(key.id) == key)
            #expect(try await store.unusedKey(for: Self.purpose()) == key)
        }
    }

    @Test("only the first unused key of a purpose is kept", arguments: BackEnd.allCases)
    func keepsTheFirst(backEnd: BackEnd) async throws {
        try await backEnd.withKeyStore { store in
            let first = try await store.addUnlessUnused(Self.key(1))
            #expect(try await store.addUnlessUnused(Self.key(2)) == first)
            #expect(try await store.key(Self.key(2).id) == nil)
        }
    }

    @Test("a used key makes room for another and stays", arguments: BackEnd.allCases)
    func makesRoom(backEnd: BackEnd) async throws {
        try await backEnd.withKeyStore { store in
            let first = try await store.addUnlessUnused(Self.key(1))
            try await store.markUsed(first.id, at: TestTime.days(1))
            try await store.markUsed(first.id, at: TestTime.days(2))
            #expect(try await store.unusedKey(for: Self.purpose()) == nil)
            let second = try Self.key(2)
            #expect(try await store.addUnlessUnused(second) == second)
            #expect(try await store.key(first.id)?.usedAt == TestTime.days(1))
        }
    }

    @Test("purposes do not share keys", arguments: BackEnd.allCases)
    func separatesPurposes(backEnd: BackEnd) async throws {
        try await backEnd.withKeyStore { store in
            _ = try await store.addUnlessUnused(Self.key(1))
            let others = [
                try Self.purpose(gun: "lab/APP"), try Self.purpose(gun: "lab/app "),
                try Self.purpose(role: .snapshot), try Self.purpose(algorithm: .ed25519),
            ]
            for other in others {
                #expect(try await store.unusedKey(for: other) == nil)
            }
        }
    }

    @Test("of eight that add a key at once all get the same", arguments: BackEnd.allCases)
    func addsOne(backEnd: BackEnd) async throws {
        try await backEnd.withKeyStore { store in
            let kept = try await withThrowingTaskGroup(of: KeyID.self) { group in
                for number in 1...8 {
                    let key = try Self.key(number)
                    group.addTask { try await store.addUnlessUnused(key).id }
                }
                return try await group.reduce(into: Set<KeyID>()) { $0.insert($1) }
            }
            #expect(kept.count == 1)
        }
    }

    @Test("no key is overwritten", arguments: BackEnd.allCases)
    func neverOverwrites(backEnd: BackEnd) async throws {
        try await backEnd.withKeyStore { store in
            let key = try await store.addUnlessUnused(Self.key(1))
            await #expect(throws: StoreError.self) {
                try await store.addUnlessUnused(Self.key(1, purpose: Self.purpose(gun: "lab/b")))
            }
            #expect(try await store.key(key.id) == key)
        }
    }

    @Test("a key that was given up is not found and not made again", arguments: BackEnd.allCases)
    func retires(backEnd: BackEnd) async throws {
        try await backEnd.withKeyStore { store in
            let key = try await store.addUnlessUnused(Self.key(1))
            try await store.retire(key.id, at: TestTime.now)
            try await store.retire(key.id, at: TestTime.days(1))
            #expect(try await store.key(key.id) == nil)
            #expect(try await store.unusedKey(for: Self.purpose()) == nil)
            #expect(try await store.newestKeyOfEachAlias().isEmpty)
            await #expect(throws: StoreError.self) { try await store.addUnlessUnused(key) }
            let next = try Self.key(2)
            #expect(try await store.addUnlessUnused(next) == next)
        }
    }

    @Test("the newest key of each alias is found", arguments: BackEnd.allCases)
    func findsAliases(backEnd: BackEnd) async throws {
        try await backEnd.withKeyStore { store in
            for (number, alias) in [(1, "one"), (2, "two"), (3, "one")] {
                let purpose = try Self.purpose(gun: "lab/\(number)")
                _ = try await store.addUnlessUnused(
                    Self.key(number, purpose: purpose, alias: alias)
                )
            }
            let ids = try await store.newestKeyOfEachAlias().map(\.id)
            #expect(try ids == [Self.key(3).id, Self.key(2).id])
        }
    }

    @Test("all keys get another encryption at once, given-up ones too", arguments: BackEnd.allCases)
    func reseals(backEnd: BackEnd) async throws {
        try await backEnd.withKeyStore { store in
            let keys = try await Self.fill(store)
            let changed = keys.map { ResealedKey(of: $0, encryptedPrivate: "new.\($0.id.hex)") }
            #expect(try await store.reseal(changed, under: "new") == .stored)
            let all = try await store.allKeys()
            #expect(Set(all.map(\.id)) == Set(keys.map(\.id)))
            for key in all {
                #expect(key.encryptedPrivate == "new.\(key.id.hex)")
                #expect(key.passphraseAlias == "new")
                #expect(key.gun.name == keys.first { $0.id == key.id }?.gun.name)
            }
            #expect(try await store.key(keys[2].id) == nil)
            #expect(try await store.key(keys[1].id)?.usedAt == TestTime.days(1))
            #expect(try await store.reseal([], under: "new") == .stored)
        }
    }

    @Test("what was not read as it is now is not changed", arguments: BackEnd.allCases)
    func outdated(backEnd: BackEnd) async throws {
        try await backEnd.withKeyStore { store in
            let keys = try await Self.fill(store)
            let changed = keys.map { ResealedKey(of: $0, encryptedPrivate: "new") }
            var other = EncryptedKey(resealing: keys[0], as: "other", under: "x")
            let foreign = ResealedKey(of: other, encryptedPrivate: "new")
            other = try Self.key(9)
            let unknown = ResealedKey(of: other, encryptedPrivate: "new")
            let before = try await store.allKeys()
            for attempt in [
                Array(changed.dropLast()), [foreign] + changed.dropFirst(), changed + [unknown], [],
            ] {
                #expect(try await store.reseal(attempt, under: "new") == .outdated)
                #expect(try await store.allKeys() == before)
            }
        }
    }

    @Test("the old encryption is wiped from the files")
    func wipes() async throws {
        try await TemporaryDatabase.with { path in
            let database = try SQLiteDatabase(path: path)
            let store = SQLiteKeyStore(database)
            let old = String(repeating: "old-text-of-the-key", count: 40)
            var changed: [ResealedKey] = []
            for number in 1...20 {
                let purpose = try Self.purpose(gun: "lab/\(number)")
                let key = EncryptedKey(
                    resealing: try Self.key(number, purpose: purpose),
                    as: old,
                    under: "old"
                )
                _ = try await store.addUnlessUnused(key)
                changed.append(ResealedKey(of: key, encryptedPrivate: "new"))
            }
            #expect(try await store.reseal(changed, under: "new") == .stored)
            for file in [path, path + "-wal"] {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
                #expect(bytes.range(of: Data("old-text-of-the-key".utf8)) == nil, "\(file)")
            }
            try database.close()
        }
    }

    /// Three keys of other repositories: one that is unused, one that is used, one given up.
    private static func fill(_ store: any EncryptedKeyStore) async throws -> [EncryptedKey] {
        var keys: [EncryptedKey] = []
        for number in 1...3 {
            let purpose = try purpose(gun: "lab/\(number)")
            keys.append(try await store.addUnlessUnused(key(number, purpose: purpose)))
        }
        try await store.markUsed(keys[1].id, at: TestTime.days(1))
        try await store.retire(keys[2].id, at: TestTime.now)
        return keys
    }

    private static func purpose(
        role: RoleName = .timestamp,
        gun: String = "lab/app",
        algorithm: KeyAlgorithm = .ecdsa
    ) throws -> KeyPurpose {
        KeyPurpose(role: role, gun: try GUN(gun), algorithm: algorithm)
    }

    private static func key(
        _ number: Int,
        purpose: KeyPurpose? = nil,
        alias: String = "default"
    ) throws -> EncryptedKey {
        let purpose = try purpose ?? Self.purpose()
        let digits = String(number, radix: 16)
        return EncryptedKey(
            id: try KeyID(String(repeating: "0", count: 64 - digits.count) + digits),
            role: purpose.role,
            gun: purpose.gun,
            algorithm: purpose.algorithm,
            publicBytes: [1, 2, 3],
            encryptedPrivate: "a.b.c.d.e",
            passphraseAlias: alias,
            createdAt: TestTime.now,
            usedAt: nil
        )
    }
}

extension EncryptedKey {
    fileprivate init(resealing key: EncryptedKey, as text: String, under alias: String) {
        self.init(
            id: key.id,
            role: key.role,
            gun: key.gun,
            algorithm: key.algorithm,
            publicBytes: key.publicBytes,
            encryptedPrivate: text,
            passphraseAlias: alias,
            createdAt: key.createdAt,
            usedAt: key.usedAt
        )
    }
}

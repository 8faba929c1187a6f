import NotaryService
import NotaryStorage
import TUFCore
import Testing

@Suite("The contract of a store of key records")
struct KeyRecordStoreTests {
    @Test("a key has the purpose that it was first claimed for", arguments: BackEnd.allCases)
    func claims(backEnd: BackEnd) async throws {
        try await backEnd.withRecordStore { store in
            let id = try Self.id(1)
            let purpose = try Self.purpose()
            let record = KeyRecord(id: id, purpose: purpose, isUsed: false)
            #expect(try await store.claim(id, for: purpose) == record)
            #expect(try await store.claim(id, for: Self.purpose(gun: "lab/b")) == record)
            #expect(try await store.claim(id, for: purpose) == record)
        }
    }

    @Test("the oldest key that never signed is found", arguments: BackEnd.allCases)
    func unused(backEnd: BackEnd) async throws {
        try await backEnd.withRecordStore { store in
            let purpose = try Self.purpose()
            #expect(try await store.unusedKey(for: purpose) == nil)
            for number in [2, 1, 3] {
                _ = try await store.claim(Self.id(number), for: purpose)
            }
            #expect(try await store.unusedKey(for: purpose) == Self.id(2))
            try await store.markUsed(Self.id(2))
            #expect(try await store.unusedKey(for: purpose) == Self.id(1))
            #expect(try await store.claim(Self.id(2), for: purpose).isUsed)
            try await store.markUsed(Self.id(9))
        }
    }

    @Test("purposes do not share keys", arguments: BackEnd.allCases)
    func separatesPurposes(backEnd: BackEnd) async throws {
        try await backEnd.withRecordStore { store in
            _ = try await store.claim(Self.id(1), for: Self.purpose())
            let others = [
                try Self.purpose(gun: "lab/APP"), try Self.purpose(gun: "lab/app "),
                try Self.purpose(role: .snapshot), try Self.purpose(algorithm: .ed25519),
            ]
            for other in others {
                #expect(try await store.unusedKey(for: other) == nil)
            }
        }
    }

    @Test("of eight that claim a key at once one wins", arguments: BackEnd.allCases)
    func race(backEnd: BackEnd) async throws {
        try await backEnd.withRecordStore { store in
            let id = try Self.id(1)
            let found = try await withThrowingTaskGroup(of: KeyPurpose.self) { group in
                for number in 1...8 {
                    let purpose = try Self.purpose(gun: "lab/\(number)")
                    group.addTask { try await store.claim(id, for: purpose).purpose }
                }
                return try await group.reduce(into: Set<KeyPurpose>()) { $0.insert($1) }
            }
            #expect(found.count == 1)
        }
    }

    @Test("records outlive the process")
    func outlive() async throws {
        try await TemporaryDatabase.with { path in
            let purpose = try Self.purpose()
            _ = try await SQLiteKeyRecordStore(SQLiteDatabase(path: path))
                .claim(Self.id(1), for: purpose)
            let again = SQLiteKeyRecordStore(try SQLiteDatabase(path: path))
            #expect(try await again.unusedKey(for: purpose) == Self.id(1))
        }
    }

    private static func purpose(
        role: RoleName = .timestamp,
        gun: String = "lab/app",
        algorithm: KeyAlgorithm = .ecdsa
    ) throws -> KeyPurpose {
        KeyPurpose(role: role, gun: try GUN(gun), algorithm: algorithm)
    }

    private static func id(_ number: Int) throws -> KeyID {
        try KeyID(String(repeating: "\(number)", count: 64))
    }
}

import Foundation
import GRDB
import NotaryService
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryStorage

@Suite("Which repositories a store says expire")
struct ExpiryTests {
    @Test("those that have expired at a time, the soonest first", arguments: all)
    func lists(backEnd: BackEnd) async throws {
        let publications = try await Self.publications(lasting: ["c": 50, "a": 100, "b": 50])
        try await backEnd.withMetadataStore { store in
            #expect(try await Self.names(in: store, after: 1000) == [])
            for publication in publications { try await store.publish(publication) }
            #expect(try await Self.names(in: store, after: 49) == [])
            #expect(try await Self.names(in: store, after: 50) == ["lab/b", "lab/c"])
            #expect(try await Self.names(in: store, after: 99) == ["lab/b", "lab/c"])
            #expect(try await Self.names(in: store, after: 100) == ["lab/b", "lab/c", "lab/a"])
        }
    }

    @Test("page by page", arguments: all)
    func pages(backEnd: BackEnd) async throws {
        let publications = try await Self.publications(lasting: ["a": 50, "b": 50, "c": 60])
        try await backEnd.withMetadataStore { store in
            for publication in publications { try await store.publish(publication) }
            let time = TestTime.now.adding(seconds: 100)
            let all = try await store.repositories(expiringBy: time, after: nil, limit: 10)
            #expect(all.map(\.expires.seconds) == [50, 50, 60].map { TestTime.now.seconds + $0 })
            var pages: [ExpiringRepository] = []
            while true {
                let page = try await store.repositories(
                    expiringBy: time,
                    after: pages.last,
                    limit: 1
                )
                guard let entry = page.first else { break }
                #expect(page.count == 1)
                pages.append(entry)
            }
            #expect(pages == all)
            let between = ExpiringRepository(gun: all[1].gun, expires: all[0].expires)
            let rest = try await store.repositories(expiringBy: time, after: between, limit: 10)
            #expect(rest == [all[2]])
        }
    }

    @Test("by the snapshot, where that expires first", arguments: all)
    func snapshot(backEnd: BackEnd) async throws {
        let settings = ServiceSettings(snapshotLifetime: 30, timestampLifetime: 60)
        let publication = try await PublicationMaker("lab/app", settings: settings).first()
        try await backEnd.withMetadataStore { store in
            try await store.publish(publication)
            #expect(try await Self.names(in: store, after: 29) == [])
            #expect(try await Self.names(in: store, after: 30) == ["lab/app"])
        }
    }

    @Test("and no longer once published anew, or deleted", arguments: all)
    func changes(backEnd: BackEnd) async throws {
        let old = try await PublicationMaker(
            "lab/old",
            settings: ServiceSettings(timestampLifetime: 50)
        )
        .first()
        let new = try await PublicationMaker("lab/old").first()
        let other = try await Self.publications(lasting: ["other": 50])
        try await backEnd.withMetadataStore { store in
            for publication in [old] + other { try await store.publish(publication) }
            await #expect(throws: StoreError.self) { try await store.publish(new) }
            #expect(try await Self.names(in: store, after: 50) == ["lab/old", "lab/other"])
            try await store.delete(old.gun, at: TestTime.now)
            #expect(try await Self.names(in: store, after: 50) == ["lab/other"])
            try await store.publish(new)
            #expect(try await Self.names(in: store, after: 50) == ["lab/other"])
            #expect(try await Self.names(in: store, after: 14 * 86_400).count == 2)
        }
    }

    @Test("SQLite finds them by an index")
    func index() async throws {
        try await TemporaryDatabase.with { path in
            let database = try SQLiteDatabase(path: path)
            let plan = try await database.read { database in
                try String.fetchAll(
                    database,
                    sql: "EXPLAIN QUERY PLAN " + Database.expiringSQL,
                    arguments: [0, 0, Data(), 1],
                    adapter: SuffixRowAdapter(fromIndex: 3)
                )
            }
            #expect(plan.count == 1)
            #expect(plan.first?.contains("USING COVERING INDEX expiry_expires") == true)
        }
    }

    @Test("SQLite finds those of a database from before it kept this, and what is unreadable")
    func olderDatabase() async throws {
        let maker = try await PublicationMaker(settings: ServiceSettings(timestampLifetime: 70))
        let publications = try await maker.several(2)
        try await TemporaryDatabase.with { path in
            let queue = try DatabaseQueue(path: path)
            try SQLiteDatabase.migrator.migrate(queue, upTo: "2: keys")
            try await queue.write { database in
                for file in publications.flatMap(\.files) {
                    try database.insert(file, in: maker.gun)
                }
                let broken = StoredMetadata(
                    role: .timestamp,
                    version: .first,
                    bytes: Array("{".utf8),
                    sha256: publications[0].timestamp.sha256,
                    storedAt: TestTime.now
                )
                try database.insert(broken, in: GUN("lab/broken"))
            }
            try queue.close()
            let store = SQLiteMetadataStore(try SQLiteDatabase(path: path))
            #expect(try await Self.names(in: store, after: 69) == ["lab/broken"])
            #expect(try await Self.names(in: store, after: 70) == ["lab/broken", "lab/app"])
        }
    }

    private static let all = BackEnd.allCases

    /// First publications of repositories below `lab/`, by how many seconds their timestamps last.
    private static func publications(
        lasting lifetimes: [String: Int]
    ) async throws -> [CheckedPublication] {
        var publications: [CheckedPublication] = []
        for (name, lifetime) in lifetimes {
            let settings = ServiceSettings(timestampLifetime: lifetime)
            publications.append(
                try await PublicationMaker("lab/\(name)", settings: settings).first()
            )
        }
        return publications
    }

    /// The names of what expires so many seconds after the tests' time or before.
    private static func names(
        in store: any MetadataStore,
        after seconds: Int
    ) async throws -> [String] {
        try await store.repositories(
            expiringBy: TestTime.now.adding(seconds: seconds),
            after: nil,
            limit: 100
        )
        .map(\.gun.name)
    }
}

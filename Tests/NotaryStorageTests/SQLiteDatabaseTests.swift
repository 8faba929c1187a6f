import Foundation
import GRDB
import NotaryService
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryStorage

@Suite("The SQLite database")
struct SQLiteDatabaseTests {
    @Test("what was acknowledged is there after the file is opened again")
    func survives() async throws {
        let maker = try await PublicationMaker()
        let publications = try await maker.several(2)
        try await TemporaryDatabase.with { path in
            let database = try SQLiteDatabase(path: path)
            for publication in publications {
                try await SQLiteMetadataStore(database).publish(publication)
            }
            // The first database is still open: what it left is what a killed process leaves.
            let store = SQLiteMetadataStore(try SQLiteDatabase(path: path))
            let timestamp = try await store.current(.timestamp, of: maker.gun)
            #expect(timestamp == publications[1].timestamp)
            try database.close()
        }
    }

    @Test("a new file is made by several at once, of whom none fails")
    func openedAtOnce() async throws {
        for _ in 0..<5 {
            try await TemporaryDatabase.with { path in
                try await withThrowingTaskGroup { group in
                    for _ in 0..<4 { group.addTask { try SQLiteDatabase(path: path).close() } }
                    try await group.waitForAll()
                }
                let store = SQLiteMetadataStore(try SQLiteDatabase(path: path))
                try await store.checkHealth()
            }
        }
    }

    @Test("what is known at once is forgotten when another connection writes to the file")
    func headAtOnce() async throws {
        let maker = try await PublicationMaker()
        let publications = try await maker.several(4)
        let other = try GUN("lab/other")
        try await TemporaryDatabase.with { path in
            let (here, there) = (try SQLiteDatabase(path: path), try SQLiteDatabase(path: path))
            let (store, elsewhere) = (SQLiteMetadataStore(here), SQLiteMetadataStore(there))
            #expect(store.headAtOnce(of: maker.gun) == .unknown)
            for (number, publication) in publications.enumerated() {
                let isHere = number % 2 == 0
                _ = try await store.head(of: maker.gun)
                _ = try await store.head(of: other)
                #expect(store.headAtOnce(of: other) == .known(nil))
                try await (isHere ? store : elsewhere).publish(publication)
                let head = HeadAtOnce.known(publication.timestamp.sha256)
                #expect(store.headAtOnce(of: maker.gun) == (isHere ? head : .unknown))
                #expect(try await store.head(of: maker.gun) == publication.timestamp.sha256)
                #expect(store.headAtOnce(of: maker.gun) == head)
            }
            try await elsewhere.delete(maker.gun, at: TestTime.now)
            #expect(store.headAtOnce(of: maker.gun) == .unknown)
            for database in [here, there] { try database.close() }
            #expect(store.headAtOnce(of: maker.gun) == .unknown)
        }
    }

    @Test("what is known of other repositories stays known when this connection writes")
    func headsOfOthers() async throws {
        let publication = try await PublicationMaker().first()
        let other = try GUN("lab/other")
        try await TemporaryDatabase.with { path in
            let database = try SQLiteDatabase(path: path)
            let (one, two) = (SQLiteMetadataStore(database), SQLiteMetadataStore(database))
            try await one.delete(other, at: TestTime.now)
            #expect(one.headAtOnce(of: other) == .known(nil))
            try await two.publish(publication)
            let head = HeadAtOnce.known(publication.timestamp.sha256)
            for store in [one, two] {
                #expect(store.headAtOnce(of: other) == .known(nil))
                #expect(store.headAtOnce(of: publication.gun) == head)
            }
            try await two.delete(publication.gun, at: TestTime.now)
            try await one.delete(other, at: TestTime.now)
            #expect(one.headAtOnce(of: publication.gun) == .known(nil))
        }
    }

    @Test("each commit waits for the disk")
    func isSynchronous() async throws {
        try await TemporaryDatabase.with { path in
            let database = try SQLiteDatabase(path: path)
            let level = try await database.write { database in
                try Int.fetchOne(database, sql: "PRAGMA synchronous")
            }
            #expect(level == 2)
            let mode = try await database.read { database in
                try String.fetchOne(database, sql: "PRAGMA journal_mode")
            }
            #expect(mode == "wal")
        }
    }

    @Test("a fault in the middle of a publication takes back what came before it")
    func rollsBack() async throws {
        let publication = try await PublicationMaker().first()
        try await TemporaryDatabase.with { path in
            let database = try SQLiteDatabase(path: path)
            try await database.write { database in
                try database.execute(
                    sql: """
                        CREATE TRIGGER fault BEFORE INSERT ON changefeed
                        BEGIN SELECT RAISE(ABORT, 'told to fail'); END
                        """
                )
            }
            let store = SQLiteMetadataStore(database)
            await #expect(throws: StoreError.unavailable("told to fail")) {
                try await store.publish(publication)
            }
            #expect(try await store.current(.root, of: publication.gun) == nil)
            try await database.write { try $0.execute(sql: "DROP TRIGGER fault") }
            try await store.publish(publication)
            #expect(try await store.current(.root, of: publication.gun) != nil)
        }
    }

    @Test("a damaged row is an error, not a crash", arguments: damages)
    func damagedRow(damage: String) async throws {
        let publication = try await PublicationMaker().first()
        try await TemporaryDatabase.with { path in
            let database = try SQLiteDatabase(path: path)
            let store = SQLiteMetadataStore(database)
            try await store.publish(publication)
            try await database.write { try $0.execute(sql: "UPDATE tuf_files SET \(damage)") }
            await #expect(throws: StoreError.self) {
                try await store.metadata(.root, of: publication.gun, version: .first)
            }
        }
    }

    @Test("a file that is no database is refused by name")
    func refusesOther() async throws {
        try await TemporaryDatabase.with { path in
            try Data(repeating: 0x41, count: 4096).write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: StoreError.self) { try SQLiteDatabase(path: path) }
            #expect("\(try #require(error))".contains(path))
        }
    }

    @Test("a database of a newer version is refused")
    func refusesNewer() async throws {
        try await TemporaryDatabase.with { path in
            let database = try SQLiteDatabase(path: path)
            try await database.write { database in
                try database.execute(
                    sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9: of the future')"
                )
            }
            try database.close()
            let error = #expect(throws: StoreError.self) { try SQLiteDatabase(path: path) }
            #expect("\(try #require(error))".contains("newer version"))
        }
    }

    private static let damages = [
        "stored_at = 'yesterday'", "sha256 = x'00'", "sha256 = 7", "data = 7",
    ]
}

import Foundation
import GRDB
public import NotaryService

/// One SQLite file with its connections, on which the SQLite back ends stand.
///
/// Work runs on GRDB's own queues, never on the caller's thread.
public struct SQLiteDatabase: Sendable {
    let pool: DatabasePool
    /// Tells whether anybody has written since.
    let version: DataVersion
    /// The heads that are known of a version; of the file, as whoever writes to it has to know.
    let heads = VersionedHeads()

    /// Opens the file, making it where there is none, and brings its tables up to date.
    ///
    /// - Parameter path: the database file; its folder must exist.
    /// - Throws: ``StoreError/unavailable(_:)``: not a database, not writable, or made by a newer
    ///   version of this program.
    public init(path: String) throws(StoreError) {
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration)
            try pool.writeWithoutTransaction { database in
                // GRDB turns this down to NORMAL when it turns the write-ahead log on, under
                // which a power cut may take back an acknowledged publication.
                try database.execute(sql: "PRAGMA synchronous = FULL")
            }
            guard try !pool.read(Self.migrator.hasBeenSuperseded) else {
                throw StoreError.unavailable("it was made by a newer version of this program")
            }
            try Self.migrate(pool)
            version = try DataVersion(of: path)
        } catch {
            throw .unavailable("`\(path)`: \(Self.text(of: error))")
        }
    }

    /// Brings the tables up to date, while other processes may be at it too: of one step that two
    /// of them begin, one fails.
    private static func migrate(_ pool: DatabasePool) throws {
        while true {
            let before = try pool.read(migrator.appliedIdentifiers)
            do {
                return try migrator.migrate(pool)
            } catch {
                guard try pool.read(migrator.appliedIdentifiers) != before else { throw error }
            }
        }
    }

    /// Closes the connections, so that the file is complete without its write-ahead log.
    ///
    /// - Throws: ``StoreError/unavailable(_:)`` while something is still being read or written.
    public func close() throws(StoreError) {
        do {
            try version.close()
            try pool.close()
        } catch {
            throw .unavailable(Self.text(of: error))
        }
    }

    func read<T: Sendable>(
        _ body: @Sendable (Database) throws -> T
    ) async throws(StoreError) -> T {
        do {
            return try await pool.read(body)
        } catch {
            throw Self.storeError(error)
        }
    }

    /// Runs `body` in one transaction, which is on stable storage when this returns.
    func write<T: Sendable>(
        _ body: @Sendable (Database) throws -> T
    ) async throws(StoreError) -> T {
        do {
            return try await pool.write(body)
        } catch {
            throw Self.storeError(error)
        }
    }

    /// Runs `body`, which begins and ends transactions itself, while nothing else is written here.
    func writing<T: Sendable>(
        _ body: @Sendable (Database) throws -> T
    ) async throws(StoreError) -> T {
        do {
            return try await pool.writeWithoutTransaction(body)
        } catch {
            throw Self.storeError(error)
        }
    }

    /// Runs `body` in one transaction like ``write(_:)``; what it replaced is wiped from the files,
    /// as far as other processes that are reading let it be.
    func erasing<T: Sendable>(
        _ body: @Sendable (Database) throws -> T
    ) async throws(StoreError) -> T {
        try await writing { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            var result: T?
            try database.inTransaction(.immediate) {
                result = try body(database)
                return .commit
            }
            _ = try? database.checkpoint(.truncate)
            guard let result else { throw StoreError.unavailable("nothing was written") }
            return result
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "countersign"
        configuration.busyMode = .timeout(5)
        return configuration
    }

    private static func storeError(_ error: any Error) -> StoreError {
        (error as? StoreError) ?? .unavailable(text(of: error))
    }

    private static func text(of error: any Error) -> String {
        switch error {
        case let error as StoreError: error.description
        case let error as DatabaseError: error.message ?? "SQLite error \(error.resultCode)"
        default: "\(error)"
        }
    }
}

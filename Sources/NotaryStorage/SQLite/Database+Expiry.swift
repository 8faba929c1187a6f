import Foundation
import GRDB
import NotaryService
import TUFCore

/// The statements on `expiry`.
extension Database {
    func note(_ repository: ExpiringRepository) throws {
        try cachedStatement(sql: "INSERT OR REPLACE INTO expiry (gun, expires) VALUES (?, ?)")
            .execute(arguments: [repository.gun.blob, repository.expires.seconds])
    }

    func forgetExpiry(of gun: GUN) throws {
        try cachedStatement(sql: "DELETE FROM expiry WHERE gun = ?").execute(arguments: [gun.blob])
    }

    func repositories(
        expiringBy time: UTCTime,
        after last: ExpiringRepository?,
        limit: Int
    ) throws -> [ExpiringRepository] {
        let statement = try cachedStatement(sql: Self.expiringSQL)
        let arguments: StatementArguments = [
            time.seconds, last?.expires.seconds ?? Int.min, last?.gun.blob ?? Data(), limit,
        ]
        return try Row.fetchAll(statement, arguments: arguments)
            .map { row in
                try ExpiringRepository(
                    gun: row.gun(),
                    expires: UTCTime(seconds: row.integer("expires"))
                )
            }
    }

    /// A search of the index; a test looks at the plan.
    static let expiringSQL = """
        SELECT gun, expires FROM expiry
        WHERE expires <= ? AND (expires, gun) > (?, ?) ORDER BY expires, gun LIMIT ?
        """
}

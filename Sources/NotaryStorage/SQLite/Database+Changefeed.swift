import Foundation
import GRDB
import NotaryService
import TUFCore

/// The statements on `changefeed`.
extension Database {
    /// SQLite has one writer, which gives out the id inside its transaction: ids are in the order
    /// of the commits.
    func append(_ kind: Change.Kind, of gun: GUN, at time: UTCTime) throws {
        let statement = try cachedStatement(
            sql: "INSERT INTO changefeed (created_at, gun, version, sha256) VALUES (?, ?, ?, ?)"
        )
        switch kind {
        case .update(let version, let sha256):
            try statement.execute(arguments: [
                time.description, gun.blob, version.number, Data(sha256.bytes),
            ])
        case .deletion:
            try statement.execute(arguments: [time.description, gun.blob, nil, nil])
        }
    }

    func changes(_ query: ChangefeedQuery) throws -> [Change] {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        if let gun = query.gun {
            conditions.append("gun = ?")
            arguments += [gun.blob]
        }
        switch query.window {
        case .after(let id):
            conditions.append("id > ?")
            arguments += [id]
        case .before(let id):
            conditions.append("id < ?")
            arguments += [id]
        case .newest:
            break
        }
        arguments += [query.limit]
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let sql = """
            SELECT id, created_at, gun, version, sha256 FROM changefeed \(condition)
            ORDER BY id \(query.isForward ? "ASC" : "DESC") LIMIT ?
            """
        let changes = try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
            .map { try $0.change() }
        return query.isForward ? changes : changes.reversed()
    }
}

extension ChangefeedQuery {
    fileprivate var isForward: Bool {
        switch window {
        case .after: true
        case .before, .newest: false
        }
    }
}

extension Row {
    fileprivate func change() throws -> Change {
        try Change(
            id: integer("id"),
            createdAt: time("created_at"),
            gun: gun(),
            kind: isNull("version")
                ? .deletion : .update(timestampVersion: version(), sha256: sha256())
        )
    }
}

import Foundation
import GRDB
import NotaryService
import TUFCore

/// The statements on `tuf_files`.
extension Database {
    func currentFile(of role: RoleName, in gun: GUN) throws -> StoredMetadata? {
        try file(where: "gun = ? AND role = ? ORDER BY version DESC", [gun.blob, role.name])
    }

    func file(where condition: String, _ arguments: StatementArguments) throws -> StoredMetadata? {
        let statement = try cachedStatement(
            sql: """
                SELECT role, version, sha256, stored_at, data FROM tuf_files
                WHERE \(condition) LIMIT 1
                """
        )
        return try Row.fetchOne(statement, arguments: arguments)
            .map { row in
                try StoredMetadata(
                    role: row.role(),
                    version: row.version(),
                    bytes: row.bytes("data"),
                    sha256: row.sha256(),
                    storedAt: row.time("stored_at")
                )
            }
    }

    func digestOfCurrentTimestamp(in gun: GUN) throws -> Digest? {
        let statement = try cachedStatement(
            sql: """
                SELECT sha256 FROM tuf_files WHERE gun = ? AND role = ?
                ORDER BY version DESC LIMIT 1
                """
        )
        return try Row.fetchOne(statement, arguments: [gun.blob, RoleName.timestamp.name])
            .map { try $0.sha256() }
    }

    func refuseOlder(_ file: StoredMetadata, in gun: GUN) throws {
        let statement = try cachedStatement(
            sql: "SELECT max(version) AS version FROM tuf_files WHERE gun = ? AND role = ?"
        )
        let row = try Row.fetchOne(statement, arguments: [gun.blob, file.role.name])
        guard let row, !row.isNull("version") else { return }
        let stored = try row.version()
        guard stored < file.version else {
            throw StoreError.olderVersion(
                role: file.role,
                stored: stored,
                offered: file.version
            )
        }
    }

    func insert(_ file: StoredMetadata, in gun: GUN) throws {
        let statement = try cachedStatement(
            sql: """
                INSERT INTO tuf_files (gun, role, version, sha256, stored_at, data)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(arguments: [
            gun.blob, file.role.name, file.version.number, Data(file.sha256.bytes),
            file.storedAt.description, Data(file.bytes),
        ])
    }
}

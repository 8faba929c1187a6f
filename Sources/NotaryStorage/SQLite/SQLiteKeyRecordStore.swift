import Foundation
import GRDB
public import NotaryService
public import TUFCore

/// Records of a signer's keys in an SQLite file, beside the repositories they sign for.
public struct SQLiteKeyRecordStore: KeyRecordStore {
    private let database: SQLiteDatabase

    /// A store in an open database.
    public init(_ database: SQLiteDatabase) {
        self.database = database
    }

    /// See ``KeyRecordStore``.
    public func claim(
        _ id: KeyID,
        for purpose: KeyPurpose
    ) async throws(StoreError) -> KeyRecord {
        let known = try await database.read { try $0.keyRecord(id) }
        if let known { return known }
        return try await database.write { database in
            if let known = try database.keyRecord(id) { return known }
            try database.insert(id, purpose)
            return KeyRecord(id: id, purpose: purpose, isUsed: false)
        }
    }

    /// See ``KeyRecordStore``.
    public func unusedKey(for purpose: KeyPurpose) async throws(StoreError) -> KeyID? {
        try await database.read { try $0.oldestUnusedKeyID(for: purpose) }
    }

    /// See ``KeyRecordStore``.
    public func markUsed(_ id: KeyID) async throws(StoreError) {
        try await database.write { database in
            try database.execute(
                sql: "UPDATE key_records SET is_used = 1 WHERE key_id = ?",
                arguments: [id.hex]
            )
        }
    }
}

/// The statements on `key_records`.
extension Database {
    fileprivate func keyRecord(_ id: KeyID) throws -> KeyRecord? {
        let statement = try cachedStatement(sql: "SELECT * FROM key_records WHERE key_id = ?")
        return try Row.fetchOne(statement, arguments: [id.hex])
            .map { row in
                guard let algorithm = try KeyAlgorithm(rawValue: row.text("algorithm")) else {
                    throw StoreError.unavailable("a row has an unreadable `algorithm`")
                }
                return try KeyRecord(
                    id: id,
                    purpose: KeyPurpose(role: row.role(), gun: row.gun(), algorithm: algorithm),
                    isUsed: row.integer("is_used") != 0
                )
            }
    }

    fileprivate func oldestUnusedKeyID(for purpose: KeyPurpose) throws -> KeyID? {
        let statement = try cachedStatement(
            sql: """
                SELECT key_id FROM key_records
                WHERE gun = ? AND role = ? AND algorithm = ? AND is_used = 0 ORDER BY id LIMIT 1
                """
        )
        return
            try Row.fetchOne(
                statement,
                arguments: [purpose.gun.blob, purpose.role.name, purpose.algorithm.rawValue]
            )
            .map { try KeyID($0.text("key_id")) }
    }

    fileprivate func insert(_ id: KeyID, _ purpose: KeyPurpose) throws {
        try execute(
            sql: "INSERT INTO key_records (key_id, role, gun, algorithm) VALUES (?, ?, ?, ?)",
            arguments: [
                id.hex, purpose.role.name, purpose.gun.blob, purpose.algorithm.rawValue,
            ]
        )
    }
}

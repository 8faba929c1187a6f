import Foundation
import GRDB
public import NotaryService
public import TUFCore

/// Encrypted private keys in an SQLite file, beside the repositories they sign for.
public struct SQLiteKeyStore: EncryptedKeyStore {
    let database: SQLiteDatabase

    /// A store in an open database.
    public init(_ database: SQLiteDatabase) {
        self.database = database
    }

    /// See ``EncryptedKeyStore``.
    public func key(_ id: KeyID) async throws(StoreError) -> EncryptedKey? {
        try await database.read { database in
            try database.keys("WHERE key_id = ? AND retired_at IS NULL", [id.hex]).first
        }
    }

    /// See ``EncryptedKeyStore``.
    public func unusedKey(for purpose: KeyPurpose) async throws(StoreError) -> EncryptedKey? {
        try await database.read { try $0.oldestUnusedKey(for: purpose) }
    }

    /// See ``EncryptedKeyStore``.
    public func addUnlessUnused(
        _ candidate: EncryptedKey
    ) async throws(StoreError) -> EncryptedKey {
        try await database.write { database in
            let purpose = KeyPurpose(
                role: candidate.role,
                gun: candidate.gun,
                algorithm: candidate.algorithm
            )
            if let older = try database.oldestUnusedKey(for: purpose) { return older }
            try database.insert(candidate)
            return candidate
        }
    }

    /// See ``EncryptedKeyStore``.
    public func markUsed(_ id: KeyID, at time: UTCTime) async throws(StoreError) {
        try await database.write { database in
            try database.execute(
                sql: "UPDATE private_keys SET used_at = ? WHERE key_id = ? AND used_at IS NULL",
                arguments: [time.description, id.hex]
            )
        }
    }

    /// See ``EncryptedKeyStore``.
    public func retire(_ id: KeyID, at time: UTCTime) async throws(StoreError) {
        try await database.write { database in
            try database.execute(
                sql: """
                    UPDATE private_keys SET retired_at = ?
                    WHERE key_id = ? AND retired_at IS NULL
                    """,
                arguments: [time.description, id.hex]
            )
        }
    }

    /// See ``EncryptedKeyStore``.
    public func newestKeyOfEachAlias() async throws(StoreError) -> [EncryptedKey] {
        try await database.read { database in
            try database.keys(
                """
                WHERE id IN (
                    SELECT max(id) FROM private_keys WHERE retired_at IS NULL
                    GROUP BY passphrase_alias
                )
                ORDER BY passphrase_alias
                """,
                []
            )
        }
    }
}

extension SQLiteKeyStore {
    /// See ``EncryptedKeyStore``.
    public func allKeys() async throws(StoreError) -> [EncryptedKey] {
        try await database.read { try $0.keys("ORDER BY id", []) }
    }
}

/// The statements on `private_keys`.
extension Database {
    fileprivate func oldestUnusedKey(for purpose: KeyPurpose) throws -> EncryptedKey? {
        try keys(
            """
            WHERE gun = ? AND role = ? AND algorithm = ? AND used_at IS NULL
            AND retired_at IS NULL ORDER BY id LIMIT 1
            """,
            [purpose.gun.blob, purpose.role.name, purpose.algorithm.rawValue]
        )
        .first
    }

    fileprivate func keys(
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> [EncryptedKey] {
        let statement = try cachedStatement(sql: "SELECT * FROM private_keys \(condition)")
        return try Row.fetchAll(statement, arguments: arguments).map { try $0.encryptedKey() }
    }

    fileprivate func insert(_ key: EncryptedKey) throws {
        try execute(
            sql: """
                INSERT INTO private_keys (
                    key_id, role, gun, algorithm, public, private, passphrase_alias, created_at,
                    used_at
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                key.id.hex, key.role.name, key.gun.blob, key.algorithm.rawValue,
                Data(key.publicBytes), key.encryptedPrivate, key.passphraseAlias,
                key.createdAt.description, key.usedAt?.description,
            ]
        )
    }
}

extension Row {
    fileprivate func encryptedKey() throws -> EncryptedKey {
        guard let algorithm = try KeyAlgorithm(rawValue: text("algorithm")) else {
            throw StoreError.unavailable("a row has an unreadable `algorithm`")
        }
        return try EncryptedKey(
            id: KeyID(text("key_id")),
            role: role(),
            gun: gun(),
            algorithm: algorithm,
            publicBytes: bytes("public"),
            encryptedPrivate: text("private"),
            passphraseAlias: text("passphrase_alias"),
            createdAt: time("created_at"),
            usedAt: isNull("used_at") ? nil : time("used_at")
        )
    }
}

import GRDB
public import NotaryService
import TUFCore

extension SQLiteKeyStore {
    /// See ``EncryptedKeyStore``.
    public func reseal(
        _ keys: [ResealedKey],
        under alias: String
    ) async throws(StoreError) -> ResealResult {
        try await database.erasing { database in
            guard try database.isCurrent(keys, alias: alias) else { return .outdated }
            for key in keys {
                try database.execute(
                    sql: """
                        UPDATE private_keys SET private = ?, passphrase_alias = ? WHERE key_id = ?
                        """,
                    arguments: [key.encryptedPrivate, alias, key.id.hex]
                )
            }
            return .stored
        }
    }
}

extension Database {
    /// Whether each key is among `keys` as it is stored, or under `alias`.
    fileprivate func isCurrent(_ keys: [ResealedKey], alias: String) throws -> Bool {
        let ids = Set(keys.map(\.id.hex))
        let others = try String.fetchSet(
            self,
            sql: "SELECT key_id FROM private_keys WHERE passphrase_alias <> ?",
            arguments: [alias]
        )
        guard others.isSubset(of: ids) else { return false }
        for key in keys {
            let stored = try String.fetchOne(
                self,
                sql: "SELECT private FROM private_keys WHERE key_id = ?",
                arguments: [key.id.hex]
            )
            guard stored == key.replaced else { return false }
        }
        return true
    }
}

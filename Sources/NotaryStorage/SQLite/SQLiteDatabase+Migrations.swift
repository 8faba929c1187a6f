import GRDB

extension SQLiteDatabase {
    /// Every step that ever changed the tables; steps are added, never edited.
    ///
    /// Names of repositories are blobs: they are compared byte by byte whatever they hold.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: metadata") { database in
            try database.execute(
                sql: """
                    CREATE TABLE tuf_files (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        gun BLOB NOT NULL,
                        role TEXT NOT NULL,
                        version INTEGER NOT NULL,
                        sha256 BLOB NOT NULL,
                        stored_at TEXT NOT NULL,
                        data BLOB NOT NULL
                    );
                    CREATE UNIQUE INDEX tuf_files_version ON tuf_files (gun, role, version);
                    CREATE INDEX tuf_files_sha256 ON tuf_files (gun, sha256);
                    CREATE TABLE changefeed (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        created_at TEXT NOT NULL,
                        gun BLOB NOT NULL,
                        version INTEGER,
                        sha256 BLOB
                    );
                    CREATE INDEX changefeed_gun ON changefeed (gun, id);
                    """
            )
        }
        migrator.registerMigration("2: keys") { database in
            try database.execute(
                sql: """
                    CREATE TABLE private_keys (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        key_id TEXT NOT NULL UNIQUE,
                        role TEXT NOT NULL,
                        gun BLOB NOT NULL,
                        algorithm TEXT NOT NULL,
                        public BLOB NOT NULL,
                        private TEXT NOT NULL,
                        passphrase_alias TEXT NOT NULL,
                        created_at TEXT NOT NULL,
                        used_at TEXT
                    );
                    CREATE INDEX private_keys_unused
                        ON private_keys (gun, role, algorithm, id) WHERE used_at IS NULL;
                    CREATE INDEX private_keys_alias ON private_keys (passphrase_alias, id);
                    """
            )
        }
        migrator.registerMigration("3: expiry") { database in
            try database.execute(sql: expirySQL)
        }
        migrator.registerMigration("4: records of a signer's keys") { database in
            try database.execute(sql: keyRecordsSQL)
        }
        migrator.registerMigration("5: keys that were given up") { database in
            try database.execute(sql: "ALTER TABLE private_keys ADD COLUMN retired_at TEXT")
        }
        return migrator
    }

    private static let keyRecordsSQL = """
        CREATE TABLE key_records (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key_id TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL,
            gun BLOB NOT NULL,
            algorithm TEXT NOT NULL,
            is_used INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX key_records_unused
            ON key_records (gun, role, algorithm, id) WHERE is_used = 0;
        """

    /// What cannot be read is taken for expired, so that it is looked at.
    private static let expirySQL = """
        CREATE TABLE expiry (
            gun BLOB NOT NULL PRIMARY KEY,
            expires INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX expiry_expires ON expiry (expires, gun);
        INSERT INTO expiry (gun, expires)
        SELECT gun, min(expires) FROM (
            SELECT gun, max(version), coalesce(
                CASE WHEN json_valid(CAST(data AS TEXT)) THEN CAST(
                    strftime('%s', json_extract(CAST(data AS TEXT), '$.signed.expires')) AS INTEGER
                ) END, 0) AS expires
            FROM tuf_files WHERE role IN ('timestamp', 'snapshot') GROUP BY gun, role
        ) GROUP BY gun;
        """
}

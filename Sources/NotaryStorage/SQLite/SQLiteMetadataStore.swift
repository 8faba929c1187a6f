import Foundation
import GRDB
public import NotaryService
public import TUFCore

/// Repositories in an SQLite file: the embedded back end.
public struct SQLiteMetadataStore: ImmediateHeads {
    private let database: SQLiteDatabase

    /// A store in an open database.
    public init(_ database: SQLiteDatabase) {
        self.database = database
    }

    /// See ``MetadataStore``.
    public func current(
        _ role: RoleName,
        of gun: GUN
    ) async throws(StoreError) -> StoredMetadata? {
        try await database.read { try $0.currentFile(of: role, in: gun) }
    }

    /// See ``MetadataStore``.
    public func head(of gun: GUN) async throws(StoreError) -> Digest? {
        let version = database.version.current
        let head = try await database.read { try $0.digestOfCurrentTimestamp(in: gun) }
        if let version, version == database.version.current {
            database.heads.keep(head, of: gun, at: version)
        }
        return head
    }

    /// See ``ImmediateHeads``.
    public func headAtOnce(of gun: GUN) -> HeadAtOnce {
        database.version.current.map { database.heads.head(of: gun, at: $0) } ?? .unknown
    }

    /// See ``MetadataStore``.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        sha256: Digest
    ) async throws(StoreError) -> StoredMetadata? {
        try await database.read { database in
            try database.file(
                where: "gun = ? AND sha256 = ? AND role = ? ORDER BY version DESC",
                [gun.blob, Data(sha256.bytes), role.name]
            )
        }
    }

    /// See ``MetadataStore``.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        version: MetadataVersion
    ) async throws(StoreError) -> StoredMetadata? {
        try await database.read { database in
            try database.file(
                where: "gun = ? AND role = ? AND version = ?",
                [gun.blob, role.name, version.number]
            )
        }
    }

    /// See ``MetadataStore``.
    public func publish(_ publication: CheckedPublication) async throws(StoreError) {
        try await change(publication.gun) { database in
            for file in publication.files {
                try database.refuseOlder(file, in: publication.gun)
            }
            guard
                try database.digestOfCurrentTimestamp(in: publication.gun) == publication.basis
            else {
                throw StoreError.basisChanged(gun: publication.gun)
            }
            for file in publication.files {
                try database.insert(file, in: publication.gun)
            }
            try database.append(
                publication.timestamp.change,
                of: publication.gun,
                at: publication.time
            )
            try database.note(ExpiringRepository(publication))
            return publication.timestamp.sha256
        }
    }

    /// See ``MetadataStore``.
    public func delete(_ gun: GUN, at time: UTCTime) async throws(StoreError) {
        try await change(gun) { database in
            try database.execute(sql: "DELETE FROM tuf_files WHERE gun = ?", arguments: [gun.blob])
            guard database.changesCount > 0 else { return nil }
            try database.forgetExpiry(of: gun)
            try database.append(.deletion, of: gun, at: time)
            return nil
        }
    }

    /// Changes a repository in one transaction; `body` says what its head is afterwards.
    ///
    /// Where nobody else has written in the meantime, that and what was known of the other
    /// repositories stays known.
    private func change(
        _ gun: GUN,
        _ body: @escaping @Sendable (Database) throws -> Digest?
    ) async throws(StoreError) {
        let file = database
        try await file.writing { database in
            var before: Int?
            var head: Digest?
            try database.inTransaction(.immediate) {
                before = try database.dataVersion()
                head = try body(database)
                return .commit
            }
            // Asked in this order: what the second is told of is not of others, if they have not
            // written until the third.
            guard let version = file.version.current,
                let before, before == (try? database.dataVersion())
            else { return }
            file.heads.keepWritten(head, of: gun, at: version, writer: before)
        }
    }

    /// See ``MetadataStore``.
    public func repositories(
        expiringBy time: UTCTime,
        after last: ExpiringRepository?,
        limit: Int
    ) async throws(StoreError) -> [ExpiringRepository] {
        try await database.read { database in
            try database.repositories(expiringBy: time, after: last, limit: limit)
        }
    }

    /// See ``MetadataStore``.
    public func changes(_ query: ChangefeedQuery) async throws(StoreError) -> [Change] {
        try await database.read { try $0.changes(query) }
    }

    /// See ``MetadataStore``.
    public func checkHealth() async throws(StoreError) {
        _ = try await database.read { try Int.fetchOne($0, sql: "SELECT 1 FROM tuf_files LIMIT 1") }
    }
}

import Foundation
import GRDB
import NotaryService
import TUFCore

/// Columns as the types they stand for; what does not fit is a damaged database, not a crash.
extension Row {
    func bytes(_ column: String) throws(StoreError) -> [UInt8] {
        [UInt8](try value(column, as: Data.self))
    }

    func text(_ column: String) throws(StoreError) -> String {
        try value(column, as: String.self)
    }

    func integer(_ column: String) throws(StoreError) -> Int {
        try value(column, as: Int.self)
    }

    func isNull(_ column: String) -> Bool {
        let stored: DatabaseValue = self[column] ?? .null
        return stored.isNull
    }

    func time(_ column: String) throws(StoreError) -> UTCTime {
        let text = try text(column)
        guard let time = UTCTime(rfc3339: text) else { throw .damaged(column) }
        return time
    }

    func gun() throws(StoreError) -> GUN {
        try orDamaged("gun") { try GUN(String(decoding: bytes("gun"), as: UTF8.self)) }
    }

    func role() throws(StoreError) -> RoleName {
        try orDamaged("role") { try RoleName(notary: text("role")) }
    }

    func version() throws(StoreError) -> MetadataVersion {
        try orDamaged("version") { try MetadataVersion(integer("version")) }
    }

    func sha256() throws(StoreError) -> Digest {
        try orDamaged("sha256") { try Digest(.sha256, bytes: bytes("sha256")) }
    }

    private func value<T: DatabaseValueConvertible>(
        _ column: String,
        as type: T.Type
    ) throws(StoreError) -> T {
        let stored: DatabaseValue = self[column] ?? .null
        guard let value = T.fromDatabaseValue(stored) else { throw .damaged(column) }
        return value
    }

    private func orDamaged<T>(
        _ column: String,
        _ body: () throws -> T
    ) throws(StoreError) -> T {
        do {
            return try body()
        } catch {
            throw .damaged(column)
        }
    }
}

extension StoreError {
    fileprivate static func damaged(_ column: String) -> StoreError {
        .unavailable("a row has an unreadable `\(column)`")
    }
}

extension GUN {
    /// The name as it is stored and compared.
    var blob: Data { Data(name.utf8) }
}

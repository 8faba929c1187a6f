import GRDB

extension Database {
    /// Another number whenever another connection has written to the file.
    func dataVersion() throws -> Int? {
        try Int.fetchOne(cachedStatement(sql: "PRAGMA data_version"))
    }
}

import GRDB

/// Whether anybody, in this process or another, has written to a database file since.
///
/// SQLite tells it of what other connections wrote, so this is a connection of its own, which
/// never writes. To ask takes microseconds: it looks at memory that the connections share.
struct DataVersion: Sendable {
    private let connection: DatabaseQueue

    /// A look at the database at `path`, which is there.
    init(of path: String) throws {
        var configuration = Configuration()
        configuration.label = "countersign.version"
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        connection = try DatabaseQueue(path: path, configuration: configuration)
        // To open may wait, as for another process that starts; whoever asks later does not.
        try connection.unsafeRead { try $0.execute(sql: "PRAGMA busy_timeout = 0") }
    }

    /// Another number after each commit that returned before this was called; nil when only
    /// waiting could tell.
    var current: Int? {
        try? connection.unsafeRead { try $0.dataVersion() }
    }

    /// Closes the connection.
    func close() throws {
        try connection.close()
    }
}

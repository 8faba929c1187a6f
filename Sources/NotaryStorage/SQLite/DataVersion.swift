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
        // Whoever asks does not wait.
        configuration.busyMode = .immediateError
        connection = try DatabaseQueue(path: path, configuration: configuration)
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

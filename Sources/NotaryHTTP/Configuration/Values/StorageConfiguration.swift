/// Where everything is kept: `storage`.
enum StorageConfiguration: Hashable, Sendable {
    /// Nothing outlives the process.
    case memory
    /// SQLite in a folder, made when it is not there.
    case sqlite(folder: String)
}

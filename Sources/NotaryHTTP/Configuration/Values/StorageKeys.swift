/// The keys of a program's configuration that say where everything is kept.
struct StorageKeys<Key: ConfigurationKey>: Hashable, Sendable {
    let backEnd: Key
    let data: Key
    let databaseURL: Key
}

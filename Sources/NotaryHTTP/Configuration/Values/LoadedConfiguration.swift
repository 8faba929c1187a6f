/// A server's configuration with what is to be said about it.
struct LoadedConfiguration: Hashable, Sendable {
    var configuration: ServerConfiguration
    var warnings: [ConfigurationWarning] = []
}

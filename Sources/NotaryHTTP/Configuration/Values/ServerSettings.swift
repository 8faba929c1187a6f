import HTTPService
import Logging

/// What could be read of a server's configuration, and all that is wrong with it.
struct ServerSettings: Hashable, Sendable {
    /// Nil where a fault says why.
    let address: ListenAddress?
    /// Nil also for plain HTTP.
    let tls: TLSFiles?
    /// Nil where a fault says why.
    let trustService: TrustServiceConfiguration?
    /// Nil where a fault says why.
    let storage: StorageConfiguration?
    /// Nil where none is named.
    let defaultAlias: String?
    /// Nil also when everyone is let in.
    let tokens: TokenAuthenticationConfiguration?
    let caching: CachingConfiguration
    let gunPrefixes: GUNPrefixes
    let logLevel: Logger.Level
    /// A file that gets the port once connections are taken.
    let portFile: String?
    let faults: [ConfigurationFault]

    /// The configuration, when nothing is wrong.
    ///
    /// - Throws: ``ConfigurationError/faults(_:)``.
    func configuration() throws(ConfigurationError) -> ServerConfiguration {
        guard let address, let trustService, let storage, faults.isEmpty else {
            throw .faults(faults)
        }
        return ServerConfiguration(
            listener: Listener(address: address, tls: tls, portFile: portFile),
            trustService: trustService,
            storage: storage,
            defaultAlias: defaultAlias,
            tokens: tokens,
            caching: caching,
            gunPrefixes: gunPrefixes,
            logLevel: logLevel
        )
    }
}

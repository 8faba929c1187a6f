import HTTPService
import Logging

/// What could be read of a signer's configuration, and all that is wrong with it.
struct SignerSettings: Hashable, Sendable {
    /// Nil where a fault says why.
    let address: ListenAddress?
    /// Nil where a fault says why.
    let files: TLSFiles?
    /// Nil where a fault says why.
    let storage: StorageConfiguration?
    /// Nil where none is named.
    let defaultAlias: String?
    let logLevel: Logger.Level
    /// A file that gets the port once connections are taken.
    let portFile: String?
    let faults: [ConfigurationFault]

    /// The configuration, when nothing is wrong.
    ///
    /// - Throws: ``ConfigurationError/faults(_:)``.
    func configuration() throws(ConfigurationError) -> SignerConfiguration {
        guard let address, let files, let storage, faults.isEmpty else { throw .faults(faults) }
        return SignerConfiguration(
            listener: Listener(address: address, portFile: portFile),
            files: files,
            storage: storage,
            defaultAlias: defaultAlias,
            logLevel: logLevel
        )
    }
}

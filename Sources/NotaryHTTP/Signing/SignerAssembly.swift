import HTTPService
import Logging
import NotarySigner
import NotaryStorage
import ServiceLifecycle

/// Makes the signer that a configuration describes: the one place where it is wired.
struct SignerAssembly: Sendable {
    let configuration: SignerConfiguration
    /// Holds the passphrases of the keys.
    let environment: [String: String]
    let logger: Logger

    /// What is to be run.
    ///
    /// Nothing is made on disk before the files that it names are known to be usable.
    ///
    /// - Throws: ``ListenerError``, ``StoreError``, ``SigningServiceError`` or ``KeyFileError``.
    func services() async throws -> [any Service] {
        let listener = try SecureListener(
            configuration.listener,
            files: configuration.files,
            logger: logger
        )
        let stores = try Stores(configuration.storage, environment: environment, logger: logger)
        let signing = LocalSigningService(
            store: stores.keys,
            passphrases: try stores.passphrases(alias: configuration.defaultAlias),
            now: SystemTime.now
        )
        try await signing.checkPassphrases()
        return [SignerServer(SignerService(signing, logger: logger), on: listener)]
    }
}

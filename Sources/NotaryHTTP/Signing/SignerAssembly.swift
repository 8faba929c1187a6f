import HTTPService
import Logging
import NotarySigner
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
        let signing = try await stores.signing(alias: configuration.defaultAlias)
        return [SignerServer(SignerService(signing, logger: logger), on: listener)]
    }
}

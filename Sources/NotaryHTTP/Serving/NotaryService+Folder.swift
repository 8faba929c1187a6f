import Logging
import NotaryService
import NotarySigner
import NotaryStorage
import TUFCore

extension NotaryService {
    /// A service that keeps everything in one folder.
    ///
    /// - Parameters:
    ///   - folder: holds the database, and the key file unless there is a passphrase.
    ///   - environment: may hold the passphrase of the keys.
    ///   - settings: what new keys are, and how long signatures last.
    ///   - logger: for what goes wrong inside.
    /// - Throws: ``StoreError``, ``SigningServiceError`` or ``KeyFileError``.
    init(
        in folder: DataFolder,
        environment: [String: String],
        settings: ServiceSettings,
        logger: Logger
    ) async throws {
        let database = try SQLiteDatabase(path: folder.database)
        let hasPassphrase = environment["NOTARY_SIGNER_DEFAULT"]?.isEmpty == false
        let passphrases =
            hasPassphrase
            ? try Passphrases(environment: environment)
            : Passphrases(keyFile: try KeyFile(path: folder.keyFile), environment: environment)
        let signing = LocalSigningService(
            store: SQLiteKeyStore(database),
            passphrases: passphrases,
            now: SystemTime.now
        )
        try await signing.checkPassphrases()
        self.init(
            store: SQLiteMetadataStore(database),
            signing: signing,
            settings: settings,
            logger: logger
        )
    }
}

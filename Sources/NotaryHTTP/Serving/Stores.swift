import Logging
import NotaryService
import NotarySigner
import NotaryStorage

/// Where a server keeps its metadata and its own keys.
struct Stores: Sendable {
    let metadata: any MetadataStore
    let keys: any EncryptedKeyStore
    /// Those that open the keys.
    let passphrases: Passphrases

    /// Opens what `configuration` names.
    ///
    /// - Throws: ``StoreError``, ``SigningServiceError`` or ``KeyFileError``, or what the file
    ///   system says.
    init(
        _ configuration: StorageConfiguration,
        environment: [String: String],
        logger: Logger
    ) throws {
        switch configuration {
        case .memory:
            metadata = InMemoryMetadataStore()
            keys = InMemoryKeyStore()
            passphrases = .ephemeral()
        case .sqlite(let path):
            let folder = try DataFolder(path)
            logger.info("starting", metadata: ["data": "\(folder.path)"])
            let database = try SQLiteDatabase(path: folder.database)
            metadata = SQLiteMetadataStore(database)
            keys = SQLiteKeyStore(database)
            let hasPassphrase = environment["NOTARY_SIGNER_DEFAULT"]?.isEmpty == false
            passphrases =
                hasPassphrase
                ? try Passphrases(environment: environment)
                : Passphrases(keyFile: try KeyFile(path: folder.keyFile), environment: environment)
        }
    }
}

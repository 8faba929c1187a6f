import Logging
import NotaryService
import NotarySigner
import NotaryStorage

/// Where a server keeps its metadata and its own keys.
struct Stores: Sendable {
    let metadata: any MetadataStore
    let keys: any EncryptedKeyStore
    /// What the keys of a signer elsewhere are for.
    let records: any KeyRecordStore
    private let environment: [String: String]
    /// Nil where nothing is kept.
    private let keyFile: String?

    /// Opens what `configuration` names.
    ///
    /// - Throws: ``StoreError``, or what the file system says.
    init(
        _ configuration: StorageConfiguration,
        environment: [String: String],
        logger: Logger
    ) throws {
        self.environment = environment
        switch configuration {
        case .memory:
            metadata = InMemoryMetadataStore()
            keys = InMemoryKeyStore()
            records = InMemoryKeyRecordStore()
            keyFile = nil
        case .sqlite(let path):
            let folder = try DataFolder(path)
            logger.info("starting", metadata: ["data": "\(folder.path)"])
            let database = try SQLiteDatabase(path: folder.database)
            metadata = SQLiteMetadataStore(database)
            keys = SQLiteKeyStore(database)
            records = SQLiteKeyRecordStore(database)
            keyFile = folder.keyFile
        }
    }

    /// Those that open the keys, which are kept under `alias`: in the environment, else, where no
    /// alias is named, in a file beside them.
    ///
    /// - Throws: ``SigningServiceError`` or ``KeyFileError``.
    func passphrases(alias: String? = nil) throws -> Passphrases {
        guard let keyFile else { return .ephemeral() }
        if let alias {
            return try Passphrases(environment: environment, defaultAlias: alias)
        }
        let hasPassphrase = environment["NOTARY_SIGNER_DEFAULT"]?.isEmpty == false
        return hasPassphrase
            ? try Passphrases(environment: environment)
            : Passphrases(keyFile: try KeyFile(path: keyFile), environment: environment)
    }
}

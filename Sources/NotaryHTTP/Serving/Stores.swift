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

    /// What signs with the keys, once the passphrases are known to open them.
    ///
    /// - Throws: ``SigningServiceError`` or ``KeyFileError``.
    func signing(alias: String?) async throws -> LocalSigningService {
        let signing = LocalSigningService(
            store: keys,
            passphrases: try passphrases(alias: alias),
            now: SystemTime.now
        )
        try await signing.checkPassphrases()
        return signing
    }

    /// Those that open the keys; new ones are kept under `alias`.
    ///
    /// They are in the environment, and one may be in a file beside the keys. That file is made
    /// where neither an alias nor `NOTARY_SIGNER_DEFAULT` says otherwise.
    ///
    /// - Throws: ``SigningServiceError`` or ``KeyFileError``.
    func passphrases(alias: String? = nil) throws -> Passphrases {
        guard let keyFile else { return .ephemeral() }
        let hasDefault = environment["NOTARY_SIGNER_DEFAULT"]?.isEmpty == false
        let alias = alias ?? (hasDefault ? "default" : KeyFile.alias)
        let isInFile = alias.lowercased() == KeyFile.alias
        return try Passphrases(
            environment: environment,
            defaultAlias: alias,
            keyFile: isInFile ? KeyFile(path: keyFile) : KeyFile.existing(path: keyFile)
        )
    }
}

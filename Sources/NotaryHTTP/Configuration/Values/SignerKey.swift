/// The keys of notary-signer's configuration, and `storage.data`, which is ours.
enum SignerKey: String, ConfigurationKey {
    static let variablePrefix = "NOTARY_SIGNER_"

    case address = "server.grpc_addr"
    case certificate = "server.tls_cert_file"
    case certificateKey = "server.tls_key_file"
    case clientAuthorities = "server.client_ca_file"
    case backEnd = "storage.backend"
    case data = "storage.data"
    case databaseURL = "storage.db_url"
    case databaseAuthorities = "storage.tls_ca_file"
    case databaseCertificate = "storage.client_cert_file"
    case databaseCertificateKey = "storage.client_key_file"
    case databaseName = "storage.database"
    case databaseUser = "storage.username"
    case databasePassword = "storage.password"
    case defaultAlias = "storage.default_alias"
    case logLevel = "logging.level"
    case bugsnagKey = "reporting.bugsnag.api_key"
    case bugsnagStage = "reporting.bugsnag.release_stage"
    case bugsnagEndpoint = "reporting.bugsnag.endpoint"

    /// Those that are known and have no effect.
    static let ignored: [SignerKey] = [.bugsnagKey, .bugsnagStage, .bugsnagEndpoint]

    /// The other variables hold passphrases.
    static let hasAllVariables = false

    /// Where the alias may stand too, for the sake of old installations.
    static let oldAliasVariable = "NOTARY_SIGNER_DEFAULT_ALIAS"
}

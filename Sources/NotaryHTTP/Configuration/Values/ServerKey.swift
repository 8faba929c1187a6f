/// The keys of notary-server's configuration, and `storage.data`, `storage.default_alias` from
/// notary-signer's.
enum ServerKey: String, ConfigurationKey {
    static let variablePrefix = "NOTARY_SERVER_"

    case address = "server.http_addr"
    case certificate = "server.tls_cert_file"
    case certificateKey = "server.tls_key_file"
    case clientAuthorities = "server.client_ca_file"
    case trustService = "trust_service.type"
    case signerHost = "trust_service.hostname"
    case signerPort = "trust_service.port"
    case keyAlgorithm = "trust_service.key_algorithm"
    case signerAuthorities = "trust_service.tls_ca_file"
    case signerCertificate = "trust_service.tls_client_cert"
    case signerCertificateKey = "trust_service.tls_client_key"
    case backEnd = "storage.backend"
    case data = "storage.data"
    case defaultAlias = "storage.default_alias"
    case databaseURL = "storage.db_url"
    case databaseAuthorities = "storage.tls_ca_file"
    case databaseCertificate = "storage.client_cert_file"
    case databaseCertificateKey = "storage.client_key_file"
    case databaseName = "storage.database"
    case databaseUser = "storage.username"
    case databasePassword = "storage.password"
    case authentication = "auth.type"
    case realm = "auth.options.realm"
    case autoRedirect = "auth.options.autoredirect"
    case service = "auth.options.service"
    case issuer = "auth.options.issuer"
    case tokenCertificates = "auth.options.rootcertbundle"
    case currentAge = "caching.max_age.current_metadata"
    case consistentAge = "caching.max_age.consistent_metadata"
    case gunPrefixes = "repositories.gun_prefixes"
    case logLevel = "logging.level"
    case bugsnagKey = "reporting.bugsnag.api_key"
    case bugsnagStage = "reporting.bugsnag.release_stage"
    case bugsnagEndpoint = "reporting.bugsnag.endpoint"

    /// Those that are known and have no effect.
    static let ignored: [ServerKey] = [.bugsnagKey, .bugsnagStage, .bugsnagEndpoint]
}

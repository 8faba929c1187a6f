import HTTPService
import Logging

/// Makes a signer's configuration of notary-signer's settings.
struct SignerConfigurationReader {
    private var settings: ConfigurationReader<SignerKey>
    private let environment: [String: String]

    private init(_ source: ConfigurationSource<SignerKey>, environment: [String: String]) {
        settings = ConfigurationReader(source)
        self.environment = environment
    }

    /// Reads everything.
    ///
    /// - Parameters:
    ///   - source: the settings.
    ///   - environment: may name the alias of the passphrase, outside of all keys.
    ///   - portFile: gets the port once connections are taken.
    /// - Returns: what could be read, and all that is wrong.
    static func settings(
        from source: ConfigurationSource<SignerKey>,
        environment: [String: String],
        portFile: String? = nil
    ) -> SignerSettings {
        var reader = SignerConfigurationReader(source, environment: environment)
        let address = reader.settings.address(.address)
        let files = reader.files()
        let storage = reader.settings.storage(
            StorageKeys(backEnd: .backEnd, data: .data, databaseURL: .databaseURL)
        )
        let alias = reader.alias()
        let logLevel = reader.settings.logLevel(.logLevel)
        return SignerSettings(
            address: address,
            files: files,
            storage: storage,
            defaultAlias: alias,
            logLevel: logLevel,
            portFile: portFile,
            faults: reader.settings.faults
        )
    }

    private mutating func files() -> TLSFiles? {
        let expected = "a PEM file: a signer is for TLS only"
        let certificate = path(.certificate, expected: expected)
        let key = path(.certificateKey, expected: expected)
        let authorities = path(
            .clientAuthorities,
            expected: "a PEM file of authorities: whoever has no certificate of one gets nothing"
        )
        guard let certificate, let key, let authorities else { return nil }
        return TLSFiles(certificate: certificate, key: key, clientAuthorities: authorities)
    }

    private mutating func path(_ key: SignerKey, expected: String) -> String? {
        if let path = settings.path(key, expected: expected) { return path }
        _ = settings.required(key, expected: expected)
        return nil
    }

    private mutating func alias() -> String? {
        if let alias = settings.text(.defaultAlias) { return alias }
        let variable = environment[SignerKey.oldAliasVariable] ?? ""
        return variable.isEmpty ? nil : variable
    }
}

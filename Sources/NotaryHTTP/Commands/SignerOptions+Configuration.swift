import HTTPService
import Logging

extension SignerOptions {
    /// What is to run: what the file says and these options above it, or these options alone.
    ///
    /// - Throws: ``ConfigurationError``.
    func loaded(
        environment: [String: String]
    ) throws(ConfigurationError) -> (
        configuration: SignerConfiguration, warnings: [ConfigurationWarning]
    ) {
        guard let config else { return (try alone(), original.warnings) }
        let source = ConfigurationSource<SignerKey>(
            file: try ConfigurationFile(reading: config),
            environment: environment,
            options: settings
        )
        var configuration =
            try SignerConfigurationReader.settings(
                from: source,
                environment: environment,
                portFile: portFile
            )
            .configuration()
        configuration.listener.limits = limits.connections
        return (configuration, source.warnings + original.warnings)
    }

    /// What these options say without a file, as settings over one that says nothing.
    private func alone() throws(ConfigurationError) -> SignerConfiguration {
        var options = settings
        options[.address] = options[.address] ?? ("--listen", "127.0.0.1:7899")
        options[.data] = options[.data] ?? ("--data", "countersign-signer")
        options[.logLevel] = options[.logLevel] ?? ("--log-level", "info")
        var configuration =
            try SignerConfigurationReader.settings(
                from: ConfigurationSource(
                    file: ConfigurationFile(path: "the command line", tree: ConfigurationTree()),
                    environment: [:],
                    options: options
                ),
                environment: [:],
                portFile: portFile
            )
            .configuration()
        configuration.listener.limits = limits.connections
        return configuration
    }

    /// These options as settings of a file.
    private var settings: [SignerKey: (name: String, value: String)] {
        let all: [(SignerKey, String, String?)] = [
            (.address, "--listen", listen?.description),
            (.certificate, "--tls-certificate", tlsCertificate),
            (.certificateKey, "--tls-key", tlsKey),
            (.clientAuthorities, "--client-ca", clientCA),
            (.data, "--data", data),
            (.defaultAlias, "--default-alias", defaultAlias),
            (.logLevel, "--log-level", logLevel?.rawValue),
        ]
        return ConfigurationSource.options(all)
    }
}

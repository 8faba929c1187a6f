import HTTPService

extension LoadedConfiguration {
    /// Reads a file of notary-server, with the environment and the command line above it.
    ///
    /// What the original would have served is served: that it is open to others than its operator
    /// may think is a warning.
    ///
    /// - Throws: ``ConfigurationError``.
    init(
        reading path: String,
        environment: [String: String],
        options: [ServerKey: (name: String, value: String)] = [:],
        portFile: String? = nil,
        noAuthentication: Bool = false
    ) throws(ConfigurationError) {
        let source = ConfigurationSource(
            file: try ConfigurationFile(reading: path),
            environment: environment,
            options: options
        )
        let settings = ServerConfigurationReader.settings(
            from: source,
            portFile: portFile,
            noAuthentication: noAuthentication
        )
        self.init(configuration: try settings.configuration(), from: source)
        if noAuthentication { warnings.removeAll(where: \.isAboutExposure) }
    }

    /// A configuration that was read from `source`, with what is to be said about both.
    init(configuration: ServerConfiguration, from source: ConfigurationSource<ServerKey>) {
        self.init(
            configuration: configuration,
            warnings: source.warnings + Self.exposure(of: configuration)
        )
    }

    private static func exposure(of configuration: ServerConfiguration) -> [ConfigurationWarning] {
        let address = configuration.listener.address
        guard !address.isLoopback else { return [] }
        var warnings: [ConfigurationWarning] = []
        if configuration.listener.tls == nil { warnings.append(.plainHTTP(address)) }
        if configuration.tokens == nil, configuration.listener.tls?.clientAuthorities == nil {
            warnings.append(.everyoneMayPublish(address))
        }
        return warnings
    }
}

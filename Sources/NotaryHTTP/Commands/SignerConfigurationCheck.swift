import HTTPService

/// Finds all that is wrong with a signer's configuration: its settings, and the files that they
/// name.
struct SignerConfigurationCheck: Sendable {
    private let source: ConfigurationSource<SignerKey>
    private let settings: SignerSettings

    init(_ source: ConfigurationSource<SignerKey>, environment: [String: String]) {
        self.source = source
        settings = SignerConfigurationReader.settings(from: source, environment: environment)
    }

    /// The configuration, if `signer` would start with it.
    ///
    /// - Throws: ``ConfigurationError/faults(_:)``.
    func loaded() throws(ConfigurationError) -> (
        configuration: SignerConfiguration, warnings: [ConfigurationWarning]
    ) {
        let others = settings.files?
            .fault(certificate: .certificate, authorities: .clientAuthorities, in: source)
        let faults = settings.faults + (others.map { [$0] } ?? [])
        guard faults.isEmpty else { throw .faults(faults) }
        return (try settings.configuration(), source.warnings)
    }
}

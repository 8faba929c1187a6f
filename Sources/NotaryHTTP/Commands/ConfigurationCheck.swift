import HTTPService

/// Finds all that is wrong with the configuration of a server: settings, and files they name.
struct ConfigurationCheck: Sendable {
    private let source: ConfigurationSource<ServerKey>
    private let settings: ServerSettings

    init(_ source: ConfigurationSource<ServerKey>) {
        self.source = source
        settings = ServerConfigurationReader.settings(from: source)
    }

    /// The configuration, if `serve` would start with it.
    ///
    /// - Throws: ``ConfigurationError/faults(_:)``.
    func loaded() throws(ConfigurationError) -> LoadedConfiguration {
        let others = [filesFault, tokensFault, trustFault].compactMap { $0 }
        let faults = settings.faults + others
        guard faults.isEmpty else { throw .faults(faults) }
        return LoadedConfiguration(configuration: try settings.configuration(), from: source)
    }

    private var filesFault: ConfigurationFault? {
        settings.tls?
            .fault(certificate: .certificate, authorities: .clientAuthorities, in: source)
    }

    private var tokensFault: ConfigurationFault? {
        guard let tokens = settings.tokens else { return nil }
        do {
            _ = try TokenAuthenticator(tokens)
            return nil
        } catch {
            return source.fault(
                .tokenCertificates,
                expected: "PEM certificates",
                found: error.description
            )
        }
    }

    private var trustFault: ConfigurationFault? {
        guard case .remote(let signer)? = settings.trustService else { return nil }
        do {
            _ = try signer.connection()
            return nil
        } catch {
            let key: ServerKey =
                signer.authorities == nil ? .signerCertificate : .signerAuthorities
            return source.fault(key, expected: "PEM files that can be used", found: "\(error)")
        }
    }
}

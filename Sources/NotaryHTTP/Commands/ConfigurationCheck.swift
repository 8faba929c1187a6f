import HTTPService
import Logging

/// Finds all that is wrong with a configuration: its settings, and the files that they name.
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
        let silent = Logger(label: "check") { _ in SwiftLogNoOpLogHandler() }
        do {
            try settings.tls?.check(logger: silent)
            return nil
        } catch .unusableClientAuthorities(_, let reason) {
            return fault(.clientAuthorities, "PEM certificates", reason)
        } catch {
            return fault(.certificate, "a certificate with its key", error.description)
        }
    }

    private var tokensFault: ConfigurationFault? {
        guard let tokens = settings.tokens else { return nil }
        do {
            _ = try TokenAuthenticator(tokens)
            return nil
        } catch {
            return fault(.tokenCertificates, "PEM certificates", error.description)
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
            return fault(key, "PEM files that can be used", "\(error)")
        }
    }

    private func fault(
        _ key: ServerKey,
        _ expected: String,
        _ found: String
    ) -> ConfigurationFault {
        ConfigurationFault(
            file: source.file.path,
            key: key.rawValue,
            expected: expected,
            found: found
        )
    }
}

import HTTPService
import Logging
import TUFCore

extension ServeOptions {
    /// What is to run: what the file says and these options above it, or these options alone.
    ///
    /// - Throws: ``ConfigurationError``, ``ExposureError``, `ValidationError`.
    func loaded(environment: [String: String]) throws -> LoadedConfiguration {
        var loaded: LoadedConfiguration
        if let config {
            loaded = try LoadedConfiguration(
                reading: config,
                environment: environment,
                options: settings,
                portFile: portFile,
                noAuthentication: noAuthentication
            )
        } else {
            loaded = LoadedConfiguration(configuration: try configuration())
        }
        loaded.configuration.renewal = try renewal.configuration()
        loaded.configuration.auditLog = audit.auditLog
        loaded.configuration.listener.limits = limits.connections
        loaded.configuration.metrics = metrics.listener(limits: limits)
        loaded.configuration.limits = ServerLimits(
            uploads: notaryLimits.uploads,
            requestsAtOnce: limits.maxRequests,
            keyCreationsAtOnce: notaryLimits.maxKeyCreations,
            metadataCacheBytes: notaryLimits.metadataCache.bytes
        )
        loaded.warnings += original.warnings
        return loaded
    }

    /// These options as settings of a file.
    private var settings: [ServerKey: (name: String, value: String)] {
        let all: [(ServerKey, String, String?)] = [
            (.address, "--listen", listen?.description),
            (.certificate, "--tls-certificate", tlsCertificate),
            (.certificateKey, "--tls-key", tlsKey),
            (.clientAuthorities, "--client-ca", clientCA),
            (.data, "--data", data),
            (.defaultAlias, "--default-alias", defaultAlias),
            (.keyAlgorithm, "--key-algorithm", keyAlgorithm?.rawValue),
            (.logLevel, "--log-level", logLevel?.rawValue),
            (.realm, "--token-realm", tokens.tokenRealm),
            (.autoRedirect, "--token-auto-redirect", tokens.tokenAutoRedirect ? "true" : nil),
            (.service, "--token-service", tokens.tokenService),
            (.issuer, "--token-issuer", tokens.tokenIssuer),
            (.tokenCertificates, "--token-certificates", tokens.tokenCertificates),
        ]
        return ConfigurationSource.options(all + signer.settings)
    }

    /// What these options say without a file.
    private func configuration() throws -> ServerConfiguration {
        let tokens = try tokens.configuration()
        let authentication: Authentication =
            if tokens != nil { .tokens } else { noAuthentication ? .none : .requiredOffLoopback }
        return ServerConfiguration(
            listener: try Listener(
                address: listen ?? ListenAddress(host: "127.0.0.1", port: 4443),
                certificate: tlsCertificate,
                key: tlsKey,
                clientAuthorities: clientCA,
                authentication: authentication,
                limits: limits.connections,
                portFile: portFile
            ),
            trustService: try signer.trustService(keyAlgorithm ?? .ecdsa),
            storage: .sqlite(folder: data ?? "countersign-notary"),
            defaultAlias: defaultAlias,
            tokens: tokens,
            logLevel: logLevel ?? .info
        )
    }
}

import HTTPService
import Logging
import TUFCore

/// What a configuration runs, a line for each thing.
struct ConfigurationSummary: Sendable {
    /// The lines.
    let text: String

    init(_ configuration: ServerConfiguration) {
        text = Self.text([
            ("listen", Self.listener(configuration.listener)),
            ("clients", Self.clients(configuration)),
            ("repositories", Self.repositories(configuration.gunPrefixes)),
            ("storage", Self.storage(configuration.storage)),
            ("keys", Self.keys(configuration.trustService)),
            ("caches", Self.caching(configuration.caching)),
            ("log level", configuration.logLevel.rawValue),
        ])
    }

    /// The same for a signer.
    init(_ configuration: SignerConfiguration) {
        var listener = configuration.listener
        listener.tls = configuration.files
        let alias = configuration.defaultAlias.map { ", new ones under alias `\($0)`" } ?? ""
        text = Self.text([
            ("listen", Self.listener(listener)),
            ("clients", Self.authorities(configuration.files) ?? "all"),
            ("storage", Self.storage(configuration.storage)),
            ("keys", "made and kept here" + alias),
            ("log level", configuration.logLevel.rawValue),
        ])
    }

    private static func text(_ lines: [(name: String, value: String)]) -> String {
        lines.map { name, value in
            name + String(repeating: " ", count: 14 - name.count) + value
        }
        .joined(separator: "\n")
    }

    private static func listener(_ listener: Listener) -> String {
        let url = "\(listener.scheme)://\(listener.address)"
        guard let tls = listener.tls else { return url }
        return "\(url), certificate `\(tls.certificate)`, key `\(tls.key)`"
    }

    private static func clients(_ configuration: ServerConfiguration) -> String {
        let authorities = configuration.listener.tls.flatMap(Self.authorities)
        let tokens = configuration.tokens.map { tokens in
            "with a token of `\(tokens.issuer)` for `\(tokens.service)`, signed under "
                + "`\(tokens.rootCertificates)`"
        }
        let conditions = [authorities, tokens].compactMap { $0 }
        return conditions.isEmpty ? "all" : conditions.joined(separator: " and ")
    }

    private static func authorities(_ files: TLSFiles) -> String? {
        files.clientAuthorities.map { "with a certificate under `\($0)`" }
    }

    private static func repositories(_ prefixes: GUNPrefixes) -> String {
        prefixes.texts.isEmpty ? "all" : prefixes.texts.joined(separator: " ")
    }

    private static func storage(_ storage: StorageConfiguration) -> String {
        switch storage {
        case .memory: "memory: nothing outlives the process"
        case .sqlite(let folder): "SQLite in `\(folder)`"
        }
    }

    private static func keys(_ trustService: TrustServiceConfiguration) -> String {
        switch trustService {
        case .local(let algorithm): "\(algorithm.rawValue), made and kept here"
        case .remote(let signer):
            "\(signer.keyAlgorithm.rawValue), of the signer at `\(signer.host):\(signer.port)`"
        }
    }

    private static func caching(_ caching: CachingConfiguration) -> String {
        "current files \(caching.current) s, files by hash or version \(caching.consistent) s"
    }
}

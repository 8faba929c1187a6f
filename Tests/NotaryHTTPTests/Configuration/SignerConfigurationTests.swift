import ArgumentParser
import HTTPService
import Logging
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("The signer's configuration")
struct SignerConfigurationTests {
    private let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    private static let server = """
        "server": {"grpc_addr": "127.0.0.1:7899", "tls_cert_file": "certs/s.crt",
                   "tls_key_file": "/s.key", "client_ca_file": "../ca.crt"}
        """

    private func loaded(
        _ json: String,
        _ arguments: [String] = [],
        environment: [String: String] = [:]
    ) throws -> (configuration: SignerConfiguration, warnings: [ConfigurationWarning]) {
        let file = try folder.write(json, to: "conf-signer.json")
        return try SignerOptions.parse(["-config", file] + arguments)
            .loaded(environment: environment)
    }

    /// The lines of what is wrong.
    private func faults(_ json: String, environment: [String: String] = [:]) -> [String] {
        do {
            _ = try loaded(json, environment: environment)
            return []
        } catch {
            return "\(error)".split(separator: "\n").map(String.init)
        }
    }

    @Test("a file of notary-signer is read, its paths start at its folder")
    func file() throws {
        let read = try loaded(#"{\#(Self.server), "storage": {"backend": "memory"}}"#)
        let parent = folder.path.split(separator: "/").dropLast().joined(separator: "/")
        let expected = SignerConfiguration(
            listener: Listener(address: ListenAddress(host: "127.0.0.1", port: 7899)),
            files: TLSFiles(
                certificate: folder.path + "/certs/s.crt",
                key: "/s.key",
                clientAuthorities: "/\(parent)/ca.crt"
            ),
            storage: .memory,
            defaultAlias: nil,
            logLevel: .error
        )
        #expect(read.configuration == expected)
        #expect(read.warnings.isEmpty)
    }

    @Test("the environment beats the file, options beat both")
    func layers() throws {
        let environment = [
            "NOTARY_SIGNER_SERVER_GRPC_ADDR": "127.0.0.1:2",
            "NOTARY_SIGNER_LOGGING_LEVEL": "debug",
            "NOTARY_SIGNER_DEFAULT": "a passphrase",
        ]
        let json = """
            {\(Self.server), "storage": {"backend": "sqlite", "data": "keys"},
             "Other": 1, "reporting": {"bugsnag": {"api_key": "k"}}}
            """
        let arguments = ["--listen", "127.0.0.1:3", "--default-alias", "two"]
        let read = try loaded(json, arguments, environment: environment)
        #expect(read.configuration.listener.address.port == 3)
        #expect(read.configuration.logLevel == .debug)
        #expect(read.configuration.storage == .sqlite(folder: folder.path + "/keys"))
        #expect(read.configuration.defaultAlias == "two")
        #expect(
            read.warnings == [
                .unknownKeys(["other"], file: folder.path + "/conf-signer.json"),
                .ignoredKeys(["reporting.bugsnag.api_key"]),
            ]
        )
    }

    @Test(
        "the alias stands in the file, in its variable, or in the old one",
        arguments: [
            ([:], nil, nil),
            (["NOTARY_SIGNER_DEFAULT_ALIAS": "old"], nil, "old"),
            (["NOTARY_SIGNER_DEFAULT_ALIAS": "old"], "file", "file"),
            (["NOTARY_SIGNER_STORAGE_DEFAULT_ALIAS": "new"], "file", "new"),
        ] as [([String: String], String?, String?)]
    )
    func alias(environment: [String: String], file: String?, expected: String?) throws {
        let alias = file.map { #", "default_alias": "\#($0)""# } ?? ""
        let json = #"{\#(Self.server), "storage": {"backend": "memory"\#(alias)}}"#
        let read = try loaded(json, environment: environment)
        #expect(read.configuration.defaultAlias == expected)
    }

    @Test("what is missing is named by its key, all at once")
    func missing() {
        let faults = faults("{}")
        for key in [
            "server.grpc_addr", "server.tls_cert_file", "server.tls_key_file",
            "server.client_ca_file", "storage.backend",
        ] {
            #expect(faults.contains { $0.contains("`\(key)`: expected") }, "\(faults)")
        }
        #expect(faults.count == 5)
    }

    @Test(
        "a back end that is not there is named in one line",
        arguments: ["mysql", "postgres", "rethinkdb", "sqlite3"]
    )
    func backEnd(name: String) {
        let storage = #""storage": {"backend": "\#(name)", "db_url": "x", "default_alias": "a"}"#
        let faults = faults("{\(Self.server), \(storage)}")
        #expect(faults.count == 1)
        #expect(faults.first?.contains("found `\(name)`") == true)
    }

    @Test("options alone are enough, when they name the certificates")
    func flat() throws {
        let tls = ["--tls-certificate", "c", "--tls-key", "k", "--client-ca", "a"]
        let read = try SignerOptions.parse(tls)
            .loaded(environment: [
                "NOTARY_SIGNER_SERVER_GRPC_ADDR": ":1"
            ])
        let expected = SignerConfiguration(
            listener: Listener(address: ListenAddress(host: "127.0.0.1", port: 7899)),
            files: TLSFiles(certificate: "c", key: "k", clientAuthorities: "a"),
            storage: .sqlite(folder: "countersign-signer"),
            defaultAlias: nil,
            logLevel: .info
        )
        #expect(read.configuration == expected)
        for missing in stride(from: 0, to: tls.count, by: 2) {
            var rest = tls
            rest.removeSubrange(missing..<missing + 2)
            #expect(throws: (any Error).self) { _ = try SignerOptions.parse(rest) }
        }
    }

    @Test("a server's options name a signer, alone or above a file")
    func remoteSigner() throws {
        let arguments = [
            "--signer", "signer:7899", "--signer-ca", "ca", "--signer-certificate", "c",
            "--signer-key", "k",
        ]
        let expected = TrustServiceConfiguration.remote(
            RemoteSignerConfiguration(
                host: "signer",
                port: 7899,
                keyAlgorithm: .ecdsa,
                authorities: "ca",
                identity: .init(certificate: "c", key: "k")
            )
        )
        let flat = try ServeOptions.parse(arguments).loaded(environment: [:])
        #expect(flat.configuration.trustService == expected)
        let file = try folder.write(
            """
            {"server": {"http_addr": ":1"}, "storage": {"backend": "memory"},
             "trust_service": {"type": "local", "key_algorithm": "ecdsa"}}
            """
        )
        let above = try ServeOptions.parse(["--config", file] + arguments)
            .loaded(environment: [:])
        #expect(above.configuration.trustService == expected)
        for bad in [["--signer-ca", "ca"], ["--signer", "s:1", "--signer-key", "k"]] {
            #expect(throws: (any Error).self) { _ = try ServeOptions.parse(bad) }
        }
    }
}

import ArgumentParser
import HTTPService
import Logging
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Options of serve")
struct ServeOptionsTests {
    private let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    private func loaded(
        _ json: String,
        _ arguments: [String]
    ) throws -> LoadedConfiguration {
        let file = try folder.write(json)
        return try ServeOptions.parse(["--config", file] + arguments).loaded(environment: [:])
    }

    private static let minimal = """
        {"server": {"http_addr": ":1"}, "trust_service": {"type": "local"},
         "storage": {"backend": "memory"}}
        """

    @Test("without a file the options are enough, with safe defaults")
    func flat() throws {
        let configuration = try ServeOptions.parse([]).loaded(environment: [:]).configuration
        let expected = ServerConfiguration(
            listener: Listener(address: ListenAddress(host: "127.0.0.1", port: 4443)),
            trustService: .local(.ecdsa),
            storage: .sqlite(folder: "countersign-notary"),
            logLevel: .info
        )
        #expect(configuration == expected)
    }

    @Test("without a file the environment of notary-server means nothing")
    func flatEnvironment() throws {
        let environment = ["NOTARY_SERVER_SERVER_HTTP_ADDR": ":1"]
        let loaded = try ServeOptions.parse([]).loaded(environment: environment)
        #expect(loaded == (try ServeOptions.parse([]).loaded(environment: [:])))
    }

    @Test("options beat the file; their paths start at the working folder")
    func override() throws {
        let arguments = [
            "--listen", "127.0.0.1:2", "--tls-certificate", "c", "--tls-key", "k",
            "--client-ca", "a", "--key-algorithm", "ecdsa", "--log-level", "warn",
            "--port-file", "p",
        ]
        let configuration = try loaded(Self.minimal, arguments).configuration
        let expected = ServerConfiguration(
            listener: Listener(
                address: ListenAddress(host: "127.0.0.1", port: 2),
                tls: TLSFiles(certificate: "c", key: "k", clientAuthorities: "a"),
                portFile: "p"
            ),
            trustService: .local(.ecdsa),
            storage: .memory,
            logLevel: .warning
        )
        #expect(configuration == expected)
    }

    @Test("options for tokens turn them on, and beat single options of the file")
    func tokens() throws {
        let options = ["--token-realm", "r", "--token-service", "s", "--token-issuer", "i"]
        let all = try loaded(Self.minimal, options + ["--token-certificates", "c"])
        #expect(all.configuration.tokens?.realm == .url("r"))
        let json = """
            {"server": {"http_addr": ":1"}, "trust_service": {"type": "local"},
             "storage": {"backend": "memory"}, "auth": {"type": "token", "options":
             {"realm": "a", "service": "b", "issuer": "c", "rootcertbundle": "d"}}}
            """
        let some = try loaded(json, ["--token-realm", "r"]).configuration.tokens
        #expect(some?.realm == .url("r"))
        #expect(some?.service == "b")
        let error = #expect(throws: ConfigurationError.self) {
            try loaded(json, ["--no-authentication"])
        }
        #expect(error?.description.contains("`auth.type`: expected nothing beside") == true)
    }

    @Test("--data is the embedded back end, and contradicts another one in the file")
    func data() throws {
        let json = #"{"server": {"http_addr": ":1"}, "trust_service": {"type": "local"}"#
        let storage = try loaded(json + "}", ["--data", "d"]).configuration.storage
        #expect(storage == .sqlite(folder: "d"))
        let same = #", "storage": {"backend": "sqlite", "data": "other"}}"#
        let other = try loaded(json + same, ["--data", "d"]).configuration.storage
        #expect(other == .sqlite(folder: "d"))
        let error = #expect(throws: ConfigurationError.self) {
            try loaded(Self.minimal, ["--data", "d"])
        }
        let message = "`storage.backend`: expected `sqlite` beside `--data`, found `memory`"
        #expect(error?.description.hasSuffix(message) == true)
    }

    @Test("notary-server's own spelling of its options is taken")
    func spelling() throws {
        let file = try folder.write(Self.minimal)
        for arguments in [["-config", file], ["-config=\(file)"], ["--config=\(file)"]] {
            let options = try ServeOptions.parse(arguments + ["-logf", "json", "-debug"])
            let loaded = try options.loaded(environment: [:])
            #expect(loaded.configuration.storage == .memory)
            #expect(loaded.warnings.contains(.ignoredOption("-debug")))
        }
    }

    @Test("what cannot be meant is refused", arguments: ["rsa", "dsa"])
    func algorithms(name: String) {
        #expect(throws: (any Error).self) { try ServeOptions.parse(["--key-algorithm", name]) }
    }
}

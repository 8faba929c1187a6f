import Foundation
import Testing

/// The command that says what a configuration would run.
@Suite("check-config", .serialized)
struct CheckConfigurationTests {
    private let home: ConfigurationHome

    init() async throws {
        home = try await ConfigurationHome()
    }

    @Test("a summary of what would run, and nothing is made")
    func summary() async throws {
        let file = try home.write(
            """
            server:
              http_addr: :4443
              tls_cert_file: ../certs/server.crt
              tls_key_file: ../certs/server.key
            trust_service: {type: local}
            storage: {backend: sqlite, data: data}
            repositories: {gun_prefixes: [docker.io/]}
            reporting: {bugsnag: {api_key: x}}
            extra: 1
            """,
            to: "server.yaml"
        )
        let environment = ["NOTARY_SERVER_LOGGING_LEVEL": "info"]
        let result = try await home.run(["check-config", file], environment: environment)
        #expect(result.status == 0, "\(result.standardError)")
        let lines = [
            "listen        https://[::]:4443", "clients       all", "repositories  docker.io/",
            "storage       SQLite in `\(home.home.path("conf/data"))`", "keys          ed25519",
            "caches        current files 300 s, files by hash or version 2592000 s",
            "log level     info",
        ]
        for line in lines { #expect(result.standardOutput.contains(line)) }
        for warning in ["`extra`", "`reporting.bugsnag.api_key`", "everyone who reaches"] {
            #expect(result.standardError.contains(warning))
        }
        #expect(!FileManager.default.fileExists(atPath: home.home.path("conf/data")))
    }

    @Test("all that is wrong is told, a line each, and the status says so")
    func faults() async throws {
        let file = try home.write(
            """
            [server]
            tls_cert_file = "../certs/none.crt"
            tls_key_file = "../certs/server.key"
            [storage]
            backend = "oracle"
            [auth]
            type = "silly"
            """,
            to: "server.toml"
        )
        let result = try await home.run(["check-config", file])
        #expect(result.status == 1)
        #expect(result.standardOutput.isEmpty)
        let lines = result.standardError.split(separator: "\n")
        let keys = [
            "server.http_addr", "trust_service.type", "storage.backend", "auth.type",
            "server.tls_cert_file",
        ]
        #expect(lines.count == keys.count, "\(result.standardError)")
        for (line, key) in zip(lines, keys) { #expect(line.hasPrefix("`\(file)`: `\(key)`: ")) }
    }

    @Test("files that cannot be used are named by their keys")
    func files() async throws {
        let token = try home.configuration("token")
        let missing = try await home.run(["check-config", token])
        #expect(missing.status == 1)
        #expect(missing.standardError.contains("`auth.options.rootcertbundle`: expected"))
        let tls = try home.configuration("local-tls")
        #expect(try await home.run(["check-config", tls]).status == 0)
        let environment = ["NOTARY_SERVER_SERVER_TLS_KEY_FILE": "../certs/ca.crt"]
        let wrong = try await home.run(["check-config", tls], environment: environment)
        #expect(wrong.status == 1)
        #expect(wrong.standardError.contains("`server.tls_cert_file`: expected"))
    }
}

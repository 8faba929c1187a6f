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
        expect(
            result,
            toName: [
                "server.http_addr", "trust_service.type", "storage.backend", "auth.type",
                "server.tls_cert_file",
            ],
            of: file
        )
    }

    /// A refusal with one line for each of these keys, in this order.
    private func expect(_ result: ToolResult, toName keys: [String], of file: String) {
        #expect(result.status == 1)
        #expect(result.standardOutput.isEmpty)
        let lines = result.standardError.split(separator: "\n")
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

    @Test("a file of notary-signer is known by what it has, and its summary is a signer's")
    func signer() async throws {
        let file = try home.configuration(file: "signer-memory.json")
        let environment = [
            "NOTARY_SIGNER_DEFAULT_ALIAS": "one", "NOTARY_SIGNER_LOGGING_LEVEL": "info",
        ]
        let result = try await home.run(["check-config", file], environment: environment)
        #expect(result.status == 0, "\(result.standardError)")
        let lines = result.standardOutput.split(separator: "\n")
        let listen = "listen        https://127.0.0.1:27899, certificate"
        #expect(lines.first?.hasPrefix(listen) == true)
        #expect(lines.contains { $0.hasPrefix("clients       with a certificate under") })
        for line in [
            "storage       memory: nothing outlives the process",
            "keys          made and kept here, new ones under alias `one`", "log level     info",
        ] {
            #expect(lines.contains { $0 == line }, "\(result.standardOutput)")
        }
    }

    @Test("all that is wrong with a signer's file is told, a line each")
    func signerFaults() async throws {
        let named = try home.write(
            #"{"server": {"grpc_addr": "x", "tls_cert_file": "../certs/signer.crt"},"#
                + #" "storage": {"backend": "mysql"}}"#,
            to: "signer.json"
        )
        let result = try await home.run(["check-config", named])
        expect(
            result,
            toName: [
                "server.grpc_addr", "server.tls_key_file", "server.client_ca_file",
                "storage.db_url", "storage.backend",
            ],
            of: named
        )

        let empty = try home.write("{}", to: "empty.json")
        let flagged = try await home.run(["check-config", "--signer", empty])
        #expect(flagged.status == 1)
        #expect(flagged.standardError.contains("`server.grpc_addr`: expected"))

        let good = try home.configuration(file: "signer-memory.json")
        let environment = ["NOTARY_SIGNER_SERVER_TLS_KEY_FILE": "../certs/server.key"]
        let mismatched = try await home.run(["check-config", good], environment: environment)
        #expect(mismatched.status == 1)
        #expect(mismatched.standardError.contains("`server.tls_cert_file`: expected"))
    }
}

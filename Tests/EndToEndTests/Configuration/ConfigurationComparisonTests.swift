import Foundation
import TUFCore
import Testing

/// What Debian's notary-server refuses to start with, ours refuses too.
@Suite("Configurations beside notary-server", .serialized)
struct ConfigurationComparisonTests {
    private let home: ConfigurationHome

    init() async throws {
        home = try await ConfigurationHome()
    }

    private static let minimal = [
        "NOTARY_SERVER_SERVER_HTTP_ADDR": "127.0.0.1:0",
        "NOTARY_SERVER_TRUST_SERVICE_TYPE": "local",
        "NOTARY_SERVER_STORAGE_BACKEND": "memory",
    ]

    /// Variables above an empty file, and what ours says of them.
    private static let refused: [(variable: String, value: String, message: String)] = [
        ("SERVER_HTTP_ADDR", "", "`server.http_addr`"),
        ("SERVER_HTTP_ADDR", "127.0.0.1", "`server.http_addr`"),
        ("TRUST_SERVICE_TYPE", "", "`trust_service.type`"),
        ("TRUST_SERVICE_TYPE", "LOCAL", "`trust_service.type`"),
        ("TRUST_SERVICE_TYPE", "remote", "`trust_service.key_algorithm`"),
        ("STORAGE_BACKEND", "", "`storage.backend`"),
        ("STORAGE_BACKEND", "Memory", "`storage.backend`"),
        ("STORAGE_BACKEND", "mysql", "`storage.db_url`"),
        ("SERVER_TLS_CERT_FILE", "../certs/server.crt", "`server.tls_key_file`"),
        ("SERVER_TLS_KEY_FILE", "../certs/server.key", "`server.tls_cert_file`"),
        ("SERVER_CLIENT_CA_FILE", "../certs/ca.crt", "`server.tls_cert_file`"),
        ("AUTH_TYPE", "token", "`auth.options.realm`"),
        ("CACHING_MAX_AGE_CURRENT_METADATA", "-1", "`caching.max_age.current_metadata`"),
        ("CACHING_MAX_AGE_CONSISTENT_METADATA", "31536001", "caching.max_age.consistent_metadata"),
        ("REPOSITORIES_GUN_PREFIXES", "a/ docker.io", "`docker.io`"),
        ("REPOSITORIES_GUN_PREFIXES", "../a/", "`../a/`"),
        ("REPOSITORIES_GUN_PREFIXES", "a//", "`a//`"),
        ("LOGGING_LEVEL", "loud", "`logging.level`"),
    ]

    @Test("what the one refuses the other does", arguments: refused)
    func both(variable: String, value: String, message: String) async throws {
        let file = try home.write("{}")
        var environment = Self.minimal
        environment["NOTARY_SERVER_" + variable] = value
        let theirs = try await Tool.notaryServer.run(
            ["-config", file],
            home: home.home,
            environment: environment,
            timeout: 30
        )
        #expect(theirs.status != 0)
        let ours = try await home.run(["-config", file], environment: environment)
        #expect(ours.status != 0)
        #expect(ours.standardError.contains(message), "\(ours.standardError)")
    }

    @Test("an unknown kind of authentication is none there, and ends the start here")
    func authentication() async throws {
        let file = try home.write("{}")
        let environment = Self.minimal.merging(["NOTARY_SERVER_AUTH_TYPE": "Token"]) { $1 }
        let ours = try await home.run(["-config", file], environment: environment)
        #expect(ours.status != 0)
        #expect(ours.standardError.contains("found `Token` in `NOTARY_SERVER_AUTH_TYPE`"))
    }

    /// Files that both read as the same, and nothing but what is asked of them.
    private static let taken: [(name: String, text: String)] = [
        (
            "upper.json",
            """
            {"SERVER": {"Http_Addr": "127.0.0.1:1"}, "trust_service.type": "local", "extra": [1.5],
             "storage": {"Backend": "memory"}, "Caching": {"Max_Age": {"Current_Metadata": "7"}}}
            """
        ),
        (
            "plain.yaml",
            """
            server: {http_addr: "127.0.0.1:1"}
            trust_service: &local
              type: local
            other: *local
            storage:
              backend: memory
            caching: {max_age: {current_metadata: 7}}
            logging: {level: WARN}
            """
        ),
        (
            "short.yml",
            """
            {server: {http_addr: ""}, trust_service: {type: local}, storage: {backend: memory},
             caching: {max_age: {current_metadata: 7}}, auth: {type: ""}}
            """
        ),
        (
            "tables.toml",
            """
            trust_service = { type = 'local' }
            [server]
            http_addr = "127.0.0.1:1"
            [storage]
            backend = "memory"
            [caching.max_age]
            current_metadata = 7
            consistent_metadata = 31_536_000
            """
        ),
    ]

    @Test("what the one starts with the other does", arguments: taken)
    func started(name: String, text: String) async throws {
        let file = try home.write(text, to: name)
        let port = try await FreePort.find(home: home.home)
        let url = "http://127.0.0.1:\(port)"
        let real = try await ServerProcess(
            try Tool.notaryServer.start(
                ["-config", file],
                home: home.home,
                environment: ["NOTARY_SERVER_SERVER_HTTP_ADDR": "127.0.0.1:\(port)"]
            )
        ) {
            try await Tool.curl.run(["-sf", "\(url)/v2/"], home: home.home).status == 0
        }
        let ours = try await home.start(file)
        for server in [url, ours.url] {
            let client = try NotaryCLI(server: server)
            try await client("init", "lab/app", "-p")
            let answer = try await Tool.curl.succeed(
                ["-sS", "-D", "-", "\(server)/v2/lab/app/_trust/tuf/root.json"],
                home: home.home
            )
            #expect(answer.standardOutput.contains("public, max-age=7, s-maxage=7"))
        }
        #expect(real.isRunning)
    }

    @Test("answers about repositories without a prefix are the same")
    func prefixes() async throws {
        let real = try await DebianNotaryServer(more: [
            "repositories": ["gun_prefixes": ["docker.io/", "my-own-registry.com/"]],
            "caching": ["max_age": ["current_metadata": 0, "consistent_metadata": 31_536_000]],
        ])
        let ours = try await home.start(home.configuration("prefix"))
        let requests = [
            ("GET", "/v2/lab/app/_trust/tuf/root.json"), ("GET", "/v2/lab/_trust/tuf/1.root.json"),
            ("GET", "/v2/lab/app/_trust/tuf/timestamp.key"), ("POST", "/v2/lab/app/_trust/tuf/"),
            ("POST", "/v2/docker.io/_trust/tuf/"), ("DELETE", "/v2/lab/app/_trust/tuf/"),
            ("GET", "/v2/lab/app/_trust/changefeed?records=1"), ("GET", "/v2/"),
            ("GET", "/v2/docker.io/app/_trust/tuf/root.json"),
        ]
        for (method, path) in requests {
            let theirs = try await answer(method, real.url + path)
            #expect(try await answer(method, ours.url + path) == theirs, "\(method) \(path)")
        }
    }

    private func answer(_ method: String, _ url: String) async throws -> String {
        try await Tool.curl
            .succeed(
                ["-sS", "-X", method, "-w", "%{http_code} %{content_type}", url],
                home: home.home
            )
            .standardOutput
    }
}

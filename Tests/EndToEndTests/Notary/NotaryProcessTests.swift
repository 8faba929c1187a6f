import Foundation
import Testing

/// The executable itself: what it refuses, and how it ends.
@Suite("The NotaryHTTP process", .serialized)
struct NotaryProcessTests {
    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
    }

    private func run(
        _ arguments: [String],
        environment: [String: String] = [:]
    ) async throws -> ToolResult {
        try await ChildProcess(
            BuildFolder.product("NotaryHTTP"),
            ["serve", "--data", home.path("data")] + arguments,
            environment: .minimal(home: home).merging(environment) { $1 },
            workingFolder: home.path
        )
        .wait(atMost: 30)
    }

    @Test(
        "what would expose repositories is refused at the start",
        arguments: [
            (["--listen", "0.0.0.0:0"], "refusing plain HTTP"),
            (["--listen", "0.0.0.0:0", "--no-authentication"], "refusing plain HTTP"),
            (
                ["--listen", "0.0.0.0:0", "--tls-certificate", "c", "--tls-key", "k"],
                "refusing to let everyone who reaches"
            ),
            (["--tls-certificate", "c"], "needs `--tls-key`"),
            (["--tls-certificate", "c", "--tls-key", "k"], "cannot use certificate `c`"),
            (["--listen", "nonsense"], "nonsense"), (["--key-algorithm", "dsa"], "dsa"),
        ]
    )
    func refuses(arguments: [String], message: String) async throws {
        let result = try await run(arguments)
        #expect(result.status != 0)
        #expect(result.standardError.contains(message))
        if message.hasPrefix("refusing") {
            #expect(!FileManager.default.fileExists(atPath: home.path("data")))
        }
    }

    @Test("SIGTERM ends it with status 0")
    func stops() async throws {
        let server = try await NotaryServer.start(home: home)
        #expect(try await server.get("/_notary_server/health") == "{}")
        #expect(try await server.process.stop().status == 0)
    }

    @Test("its folder, its key file and its database are for their owner only")
    func modes() async throws {
        _ = try await NotaryServer.start(home: home)
        let modes = [
            ("data", 0o700), ("data/keys.passphrase", 0o600), ("data/notary.sqlite", 0o600),
        ]
        for (file, mode) in modes {
            let attributes = try FileManager.default.attributesOfItem(atPath: home.path(file))
            #expect(attributes[.posixPermissions] as? Int == mode)
        }
    }

    @Test("a passphrase from the environment leaves no key file; another one is refused")
    func passphrase() async throws {
        let variable = "NOTARY_SIGNER_DEFAULT"
        let server = try await NotaryServer.start(home: home, environment: [variable: "first"])
        _ = try await server.get("/v2/lab/app/_trust/tuf/timestamp.key")
        try await server.process.stop()
        #expect(!FileManager.default.fileExists(atPath: home.path("data/keys.passphrase")))
        let result = try await run(["--listen", "127.0.0.1:0"], environment: [variable: "second"])
        #expect(result.status != 0)
        #expect(result.standardError.contains("does not open"))
    }

    @Test("with a client authority only a client with a certificate gets in")
    func mutualTLS() async throws {
        let certificates = try await TestCertificates()
        let authority = certificates.authority.certificate
        let server = try await NotaryServer.start(
            home: home,
            certificate: certificates.server(),
            arguments: ["--client-ca", authority]
        )
        let client = try await certificates.client("client")
        let request = ["-sS", "--cacert", authority, server.url + "/v2/"]
        let known = ["--cert", client.certificate, "--key", client.key]
        #expect(try await Tool.curl.succeed(known + request, home: home).standardOutput == "{}")
        #expect(try await Tool.curl.run(request, home: home).status != 0)
    }

    @Test("a publish that breaks off stores nothing, and the next request is answered")
    func brokenConnection() async throws {
        let server = try await NotaryServer.start(home: home)
        let path = "/v2/lab/app/_trust/tuf/"
        let broken = try await Tool.curl.run(
            [
                "-sS", "--max-time", "1", "-H", "Content-Type: multipart/form-data; boundary=b",
                "-H", "Content-Length: 1000", "--data-binary", "--b\r\n", server.url + path,
            ],
            home: home
        )
        #expect(broken.status != 0)
        #expect(try await server.status(path + "root.json") == "404")
        #expect(server.process.isRunning)
    }
}

import Foundation
import TUFCore
import Testing

/// Configurations written for notary-server start ours as they are.
@Suite("Configurations of notary-server", .serialized)
struct NotaryConfigurationTests {
    private let home: ConfigurationHome

    init() async throws {
        home = try await ConfigurationHome()
    }

    private func client(
        _ server: NotaryServer,
        tls: Bool = false,
        credentials: String? = nil
    ) throws -> NotaryCLI {
        let authority = tls ? home.certificates.authority.certificate : nil
        let client = try NotaryCLI(
            server: server.url,
            authority: authority,
            credentials: credentials
        )
        try client.home.write("hello\n", to: "file")
        return client
    }

    private func publish(_ name: String, with client: NotaryCLI) async throws {
        try await client("init", name)
        try await client("add", name, "v1", "file", "-p")
        #expect(try await client("lookup", name, "v1").contains("v1 sha256:"))
    }

    @Test("local-http: in memory, with Ed25519 keys; nothing is left after a restart")
    func localHTTP() async throws {
        let configuration = try home.configuration("local-http")
        let server = try await home.start(configuration)
        let client = try client(server)
        try await publish("lab/app", with: client)
        let key = try await server.get("/v2/lab/app/_trust/tuf/timestamp.key")
        #expect(key.contains(#""keytype":"ed25519""#))
        let files = try FileManager.default.contentsOfDirectory(atPath: home.home.path("conf"))
        #expect(files == ["server-local-http.json"])
        // Its level is error, so there is nothing to be read but audit lines.
        let lines = server.process.log.split(separator: "\n")
        #expect(lines.allSatisfy { $0.contains(#""audit":"true""#) }, "\(lines)")
        try await server.process.stop()
        let restarted = try await home.start(configuration)
        #expect(try await restarted.status("/v2/lab/app/_trust/tuf/root.json") == "404")
    }

    @Test("local-tls: certificate and key beside the folder of the file")
    func localTLS() async throws {
        let server = try await home.start(home.configuration("local-tls"), tls: true)
        try await publish("lab/app", with: client(server, tls: true))
        #expect(server.process.log.contains(#""level":"info""#))
    }

    @Test("token: who has credentials publishes; the bundle is found from the working folder")
    func token() async throws {
        let keys = try await TokenKeys()
        let tokens = try await TokenServer(signer: keys.rsa)
        try FileManager.default.copyItem(
            atPath: keys.bundle,
            toPath: home.home.path("certs/token.crt")
        )
        let server = try await home.start(
            home.configuration("token"),
            tls: true,
            environment: ["NOTARY_SERVER_AUTH_OPTIONS_REALM": tokens.realm]
        )
        let owner = try client(server, tls: true, credentials: TokenServer.credentials)
        try await publish("lab/app", with: owner)
        let stranger = try client(server, tls: true)
        #expect(try await stranger("lookup", "lab/app", "v1").contains("v1 sha256:"))
        #expect(try await stranger.run("init", "lab/other", "-p").status != 0)
    }

    @Test("prefix: other repositories are refused, and current files are not cached")
    func prefix() async throws {
        let server = try await home.start(home.configuration("prefix"))
        let client = try client(server)
        try await publish("docker.io/lab/app", with: client)
        #expect(try await client.run("init", "lab/app", "-p").status != 0)
        let headers = try await Tool.curl.succeed(
            ["-sS", "-D", "-", "\(server.url)/v2/docker.io/lab/app/_trust/tuf/root.json"],
            home: client.home
        )
        #expect(headers.standardOutput.lowercased().contains("cache-control: max-age=0, no-cache"))
    }

    @Test(
        "back ends that are not there are refused in one line that names them",
        arguments: [("mysql", "mysql"), ("pg", "postgres")]
    )
    func databases(name: String, backEnd: String) async throws {
        let file = try home.configuration(name)
        for arguments in [["-config", file], ["check-config", file]] {
            let result = try await home.run(arguments)
            #expect(result.status != 0)
            let lines = result.standardError.split(separator: "\n")
            #expect(lines.count == 1, "\(result.standardError)")
            #expect(lines.first?.contains("`storage.backend`: expected") == true)
            #expect(lines.first?.contains("found `\(backEnd)`") == true)
            #expect(result.standardOutput.isEmpty)
        }
    }

    @Test("remote-tls and signer-memory: both are run unchanged, the one with the other's keys")
    func remote() async throws {
        let signer = try await home.startSigner(home.configuration(file: "signer-memory.json"))
        let server = try await home.start(
            home.configuration("remote-tls"),
            tls: true,
            environment: ["NOTARY_SERVER_TRUST_SERVICE_PORT": "\(signer.port)"]
        )
        let owner = try NotaryCLI(
            server: server.url,
            authority: home.certificates.authority.certificate
        )
        try owner.home.write("hello\n", to: "file")
        try await owner("init", "lab/app")
        try await owner("add", "lab/app", "v1", "file")
        try await owner("publish", "lab/app")
        #expect(try await owner("list", "lab/app").contains("v1"))
    }

    @Test("remote-tls beside Debian's notary-signer, which has signer-memory")
    func debianSigner() async throws {
        let port = try await FreePort.find(home: home.home)
        let file = try home.configuration(file: "signer-memory.json")
        let signer = try await ServerProcess(
            try Tool.notarySigner.start(
                ["-config", file],
                home: home.home,
                environment: ["NOTARY_SIGNER_SERVER_GRPC_ADDR": "127.0.0.1:\(port)"]
            )
        ) {
            // It refuses curl, which shows no certificate; 7 is "could not connect".
            let url = "https://127.0.0.1:\(port)"
            return try await Tool.curl.run(["-sk", url], home: home.home).status != 7
        }
        let server = try await home.start(
            home.configuration("remote-tls"),
            tls: true,
            environment: ["NOTARY_SERVER_TRUST_SERVICE_PORT": "\(port)"]
        )
        try await publish("lab/app", with: client(server, tls: true))
        let key = try await Tool.curl.succeed(
            [
                "-sS", "--cacert", home.certificates.authority.certificate,
                "\(server.url)/v2/lab/app/_trust/tuf/timestamp.key",
            ],
            home: home.home
        )
        #expect(key.standardOutput.contains(#""keytype":"ecdsa""#))
        #expect(signer.isRunning)
    }

    @Test(
        "a signer's file that names a database is refused in one line that names the back end",
        arguments: [("signer-mysql", "mysql"), ("signer-pg", "postgres")]
    )
    func signerDatabases(name: String, backEnd: String) async throws {
        let file = try home.configuration(file: "\(name).json")
        let result = try await home.run(["signer", "-config", file])
        #expect(result.status != 0)
        let lines = result.standardError.split(separator: "\n")
        #expect(lines.count == 1, "\(result.standardError)")
        #expect(lines.first?.contains("`storage.backend`: expected") == true)
        #expect(lines.first?.contains("found `\(backEnd)`") == true)
    }

    @Test("without a host it is reached over IPv4 and IPv6")
    func everyInterface() async throws {
        let server = try await home.start(
            home.configuration("local-http"),
            environment: ["NOTARY_SERVER_SERVER_HTTP_ADDR": ":0"]
        )
        #expect(server.process.log.contains("everyone who reaches"))
        for host in ["127.0.0.1", "[::1]"] {
            let answer = try await Tool.curl.succeed(
                ["-sS", "-g", "http://\(host):\(server.port)/v2/"],
                home: home.home
            )
            #expect(answer.standardOutput == "{}")
        }
    }
}

import Foundation
import NotaryService
import NotaryTesting
import TUFCore
import Testing

/// What the executable leaves in its audit log.
@Suite("The audit log of our Notary server", .serialized)
struct NotaryAuditTests {
    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
    }

    private func start(_ arguments: [String] = []) async throws -> NotaryServer {
        try await NotaryServer.start(
            home: home,
            arguments: ["--audit-log", home.path("audit.log")] + arguments
        )
    }

    private func lines(_ name: String = "audit.log") throws -> [[String: JSONValue]] {
        try home.text(of: name).split(separator: "\n")
            .map { line in
                let document = try JSONDocument(
                    parsing: Array(line.utf8),
                    limits: .untrustedMetadata
                )
                let members = document.root.members.map { ($0.name, $0.value) }
                return Dictionary(members) { $1 }
            }
    }

    @Test("a file of its own has what Debian's client did, from where; the log has none of it")
    func file() async throws {
        let server = try await start(["--log-level", "error"])
        let owner = try NotaryCLI(server: server.url)
        try owner.home.write("hello\n", to: "file")
        try await owner("init", "lab/app")
        try await owner("key", "rotate", "lab/app", "snapshot", "-r")
        try await owner("add", "lab/app", "v1", "file", "-p")
        let stored = try await server.get("/v2/lab/app/_trust/tuf/targets.json")
        try await owner("delete", "lab/app", "--remote")
        let lines = try lines()
        let actions = lines.compactMap { $0["action"]?.string }
        for action in ["key", "rotation", "publish", "deletion"] {
            #expect(actions.contains(action))
        }
        #expect(lines.allSatisfy { $0["outcome"]?.string == "done" })
        #expect(lines.allSatisfy { $0["gun"]?.string == "lab/app" })
        #expect(lines.allSatisfy { $0["client"]?.string?.hasPrefix("127.0.0.1:") == true })
        let published = try #require(lines.last { $0["action"]?.string == "publish" })
        let targets = published["roles"]?.elements.first { $0["role"]?.string == "targets" }
        let digest = HashAlgorithm.sha256.digest(of: Array(stored.utf8)).hex
        #expect(targets?["sha256"]?.string == digest)
        #expect(!server.process.log.contains("audit"))
        #expect(try await server.process.stop().status == 0)
    }

    @Test("a line is there before the answer is, whatever happens then; a moved file begins anew")
    func crash() async throws {
        let first = try await start()
        let requests = NotaryRequests(url: first.url)
        _ = try await requests.send("DELETE", "/v2/lab/app/_trust/tuf/")
        await first.process.killAtOnce()
        #expect(try lines().count == 1)
        try FileManager.default.moveItem(
            atPath: home.path("audit.log"),
            toPath: home.path("audit.log.1")
        )
        let second = try await start()
        let again = NotaryRequests(url: second.url)
        _ = try await again.send("DELETE", "/v2/lab/app/_trust/tuf/")
        try FileManager.default.moveItem(
            atPath: home.path("audit.log"),
            toPath: home.path("audit.log.2")
        )
        _ = try await again.send("DELETE", "/v2/lab/app/_trust/tuf/")
        for name in ["audit.log", "audit.log.1", "audit.log.2"] {
            #expect(try lines(name).count == 1)
        }
    }

    @Test("a client's certificate is named, by HTTP/1.1 and HTTP/2, and what it was refused is too")
    func certificate() async throws {
        let certificates = try await TestCertificates()
        let authority = certificates.authority.certificate
        let server = try await NotaryServer.start(
            home: home,
            certificate: certificates.server(),
            arguments: ["--client-ca", authority, "--audit-log", home.path("audit.log")]
        )
        let client = try await certificates.client("alice")
        for version in ["--http1.1", "--http2"] {
            try await Tool.curl.succeed(
                [
                    "-sS", version, "--cacert", authority, "--cert", client.certificate, "--key",
                    client.key, "-X", "POST", "-F", "files=@/dev/null;filename=root",
                    server.url + "/v2/lab/app/_trust/tuf/",
                ],
                home: home
            )
        }
        let lines = try lines()
        #expect(lines.map { $0["certificate"]?.string } == ["alice", "alice"])
        #expect(lines.map { $0["message"]?.string } == ["publish refused", "publish refused"])
        #expect(lines.allSatisfy { $0["client"]?.string?.hasPrefix("127.0.0.1:") == true })
    }

    @Test("a file that cannot be written to is refused at the start, by name")
    func refused() async throws {
        let process = try ChildProcess(
            BuildFolder.product("NotaryHTTP"),
            [
                "serve", "--data", home.path("data"), "--listen", "127.0.0.1:0", "--audit-log",
                home.path("none/audit.log"),
            ],
            environment: .minimal(home: home),
            workingFolder: home.path
        )
        let result = try await process.wait(atMost: 30)
        #expect(result.status != 0)
        #expect(result.standardError.contains("cannot append to audit log"))
    }
}

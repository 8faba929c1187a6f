import Foundation
import Testing

/// Debian's `notary`, our server, and Debian's real `notary-signer` behind it.
@Suite("Our server with the keys of Debian's notary-signer", .serialized)
struct RemoteKeysTests {
    private let certificates: SignerCertificates
    private let signer: DebianNotarySigner
    private let home: TemporaryFolder

    init() async throws {
        certificates = try await SignerCertificates()
        signer = try await DebianNotarySigner(certificates: certificates)
        home = try TemporaryFolder()
    }

    private func start() async throws -> NotaryServer {
        try await NotaryServer.start(
            home: home,
            arguments: certificates.options(port: signer.port)
        )
    }

    /// Publishes `lab/app` with one target `v1`.
    private func publish(to server: NotaryServer) async throws -> NotaryCLI {
        let owner = try NotaryCLI(server: server.url)
        try owner.home.write("hello\n", to: "file")
        try await owner("init", "lab/app")
        try await owner("add", "lab/app", "v1", "file")
        try await owner("publish", "lab/app")
        return owner
    }

    @Test("publishes, rotates both keys to the server, and goes on after a restart")
    func publishes() async throws {
        let server = try await start()
        let owner = try await publish(to: server)
        #expect(try await server.status("/_notary_server/health") == "200")
        for role in ["snapshot", "timestamp"] {
            try await owner("key", "rotate", "lab/app", role, "-r")
        }
        try await owner("add", "lab/app", "v2", "file", "-p")
        try await server.process.stop()
        let again = try await start()
        let moved = owner.moved(to: again.url)
        try await moved("add", "lab/app", "v3", "file", "-p")
        let stranger = try NotaryCLI(server: again.url)
        let listed = try await stranger("list", "lab/app")
        for tag in ["v1", "v2", "v3"] { #expect(listed.contains(tag)) }
    }

    @Test("keeps no key of its own")
    func noKeyFile() async throws {
        _ = try await publish(to: try await start())
        #expect(throws: (any Error).self) { try home.bytes(of: "data/keys.passphrase") }
    }

    @Test("says what fails while the signer is down, serves what is there, and recovers")
    func signerDown() async throws {
        let server = try await start()
        let owner = try await publish(to: server)
        await signer.process.killAtOnce()
        try await wait(for: "503", from: server)
        let health = try await server.get("/_notary_server/health")
        #expect(health.hasPrefix(#"{"Trust operational":"rpc error: code = Unavailable desc = "#))
        #expect(try await server.status("/v2/lab/app/_trust/tuf/timestamp.json") == "200")
        #expect(try await server.status("/v2/lab/new/_trust/tuf/timestamp.key") == "500")
        let body = try await server.get("/v2/lab/new/_trust/tuf/timestamp.key")
        #expect(body.contains(#""code":"UNKNOWN""#))
        #expect(try await owner.run("add", "lab/app", "v2", "file", "-p").status != 0)

        let again = try await DebianNotarySigner(certificates: certificates, port: signer.port)
        try await wait(for: "200", from: server)
        // It had everything in memory: the key that the root names is gone.
        let refused = try await owner.run("publish", "lab/app").output
        #expect(refused.contains("rpc error: code = NotFound desc = key "))
        try await owner("key", "rotate", "lab/app", "timestamp", "-r")
        try await owner("publish", "lab/app")
        #expect(try await owner("list", "lab/app").contains("v2"))
        #expect(again.process.isRunning)
    }

    @Test("a signer that does not believe the certificate is as good as none")
    func wrongCertificate() async throws {
        let others = try await SignerCertificates()
        let options = certificates.options(port: signer.port).dropLast(4)
        let server = try await NotaryServer.start(
            home: home,
            arguments: options + [
                "--signer-certificate", others.server.certificate,
                "--signer-key", others.server.key,
            ]
        )
        #expect(try await server.status("/_notary_server/health") == "503")
        #expect(try await server.status("/v2/lab/new/_trust/tuf/timestamp.key") == "500")
    }

    @Test("a certificate that is replaced is shown to the signer without a restart")
    func replacedCertificate() async throws {
        let others = try await SignerCertificates()
        let shown = (certificate: home.path("shown.crt"), key: home.path("shown.key"))
        func show(_ pair: TestCertificates.Pair) throws {
            for (from, to) in [(pair.certificate, shown.certificate), (pair.key, shown.key)] {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: from))
                try bytes.write(to: URL(fileURLWithPath: to), options: .atomic)
            }
        }
        try show(others.server)
        let server = try await NotaryServer.start(
            home: home,
            arguments: certificates.options(port: signer.port).dropLast(4) + [
                "--signer-certificate", shown.certificate, "--signer-key", shown.key,
            ]
        )
        #expect(try await server.status("/_notary_server/health") == "503")
        try show(certificates.server)
        try await wait(for: "200", from: server)
    }

    @Test("authorities of the signer that are replaced are believed without a restart")
    func replacedAuthority() async throws {
        let believed = home.path("believed.crt")
        func believe(_ authority: String) throws {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: authority))
            try bytes.write(to: URL(fileURLWithPath: believed), options: .atomic)
        }
        let others = try await SignerCertificates()
        try withExtendedLifetime(others) { try believe(others.authority) }
        let shown = certificates.server
        let server = try await NotaryServer.start(
            home: home,
            arguments: [
                "--signer", "localhost:\(signer.port)", "--signer-ca", believed,
                "--signer-certificate", shown.certificate, "--signer-key", shown.key,
            ]
        )
        #expect(try await server.status("/_notary_server/health") == "503")
        try home.write("no certificate", to: "believed.crt")
        #expect(try await server.status("/_notary_server/health") == "503")
        try believe(certificates.authority)
        try await wait(for: "200", from: server)
    }

    /// Asks for the server's health until it has this status.
    private func wait(for status: String, from server: NotaryServer) async throws {
        var found = ""
        for _ in 0..<600 where found != status {
            found = try await server.status("/_notary_server/health")
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(found == status)
    }
}

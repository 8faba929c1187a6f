import Foundation
import Glibc
import Testing

/// What the processes do when SIGHUP tells them to read their files anew.
@Suite("SIGHUP", .serialized, .timeLimit(.minutes(5)))
struct ReloadSignalTests {
    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
    }

    /// Sends the signal and waits until the process says that it acted on it.
    private func hangUp(_ process: ServerProcess) async throws {
        process.send(SIGHUP)
        while !process.log.contains("files read anew") {
            try #require(process.isRunning)
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test("has the Notary server begin its audit log anew once it was moved away, and serve on")
    func notary() async throws {
        let log = home.path("audit.log")
        let server = try await NotaryServer.start(home: home, arguments: ["--audit-log", log])
        let key = try await server.get("/v2/lab/app/_trust/tuf/snapshot.key")
        try FileManager.default.moveItem(atPath: log, toPath: log + ".1")
        try await hangUp(server.process)
        while !FileManager.default.fileExists(atPath: log) {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(try home.text(of: "audit.log").isEmpty)
        #expect(try await server.get("/v2/lab/app/_trust/tuf/snapshot.key") == key)
        _ = try await server.get("/v2/lab/other/_trust/tuf/snapshot.key")
        #expect(try home.text(of: "audit.log").contains("lab/other"))
        #expect(try home.text(of: "audit.log.1").contains("lab/app"))
        #expect(try await server.process.stop().status == 0)
    }

    @Test("does not end the signer")
    func signer() async throws {
        let signer = try await OwnSigner.start(
            home: home,
            certificates: try await SignerCertificates()
        )
        try await hangUp(signer.process)
        #expect(try await signer.process.stop().status == 0)
    }

    @Test("does not end the webhook")
    func admission() async throws {
        try home.write("", to: "policies.yaml")
        let webhook = try await AdmissionServer.start(home: home)
        try await hangUp(webhook.process)
        _ = try await webhook.get("/health/liveness")
        #expect(try await webhook.process.stop().status == 0)
    }
}

import Foundation
import Testing

/// The helpers themselves: a helper that hides a failure would make every test here worthless.
@Suite struct HarnessTests {
    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
    }

    private let shell = Tool(name: "sh", debianPackage: "dash")

    @Test("a tool's status and both outputs come back")
    func runReturnsWhatTheToolDid() async throws {
        let result = try await shell.run(
            ["-c", "cat; echo bad >&2; exit 3"],
            home: home,
            input: "good"
        )
        #expect(result.status == 3)
        #expect(result.standardOutput == "good")
        #expect(result.standardError == "bad\n")
    }

    @Test("a tool ended by a signal is not taken for a success")
    func signalIsNoSuccess() async throws {
        let result = try await shell.run(["-c", "kill -9 $$"], home: home)
        #expect(result.status == 137)
    }

    @Test("a status other than 0 fails where success is expected")
    func succeedFails() async throws {
        await #expect(throws: HarnessError.self) {
            try await shell.succeed(["-c", "exit 1"], home: home)
        }
    }

    @Test("a tool that hangs is killed and said to have timed out")
    func timeOut() async throws {
        await #expect(throws: HarnessError.self) {
            _ = try await shell.run(["-c", "exec sleep 600"], home: home, timeout: 1)
        }
    }

    @Test("a missing tool is a failure that names Debian's package")
    func missingToolNamesThePackage() throws {
        let tool = Tool(name: "no-such-tool", debianPackage: "no-such-package")
        let error = #expect(throws: HarnessError.self) { _ = try tool.path }
        #expect(error?.description.contains("`no-such-package`") == true)
    }

    @Test("a tool sees none of the caller's environment")
    func environmentIsMinimal() async throws {
        let result = try await Tool(name: "env", debianPackage: "coreutils")
            .run([], home: home, environment: ["GIVEN": "1"])
        let names = result.standardOutput.split(separator: "\n")
            .compactMap { $0.split(separator: "=").first.map(String.init) }
        #expect(
            Set(names).subtracting(["_", "PWD", "SHLVL"]) == ["PATH", "HOME", "LANG", "GIVEN"]
        )
    }

    @Test("a server that ends before it is ready fails with what it wrote")
    func serverThatEnds() async throws {
        let process = try shell.start(["-c", "echo no luck >&2; exit 4"], home: home)
        let error = await #expect(throws: HarnessError.self) {
            _ = try await ServerProcess(process) { false }
        }
        #expect(error?.description.contains("no luck") == true)
    }

    @Test("a program gets the signals that it is sent")
    func signals() async throws {
        let process = try shell.start(["-c", "exec sleep 600"], home: home)
        process.send(15)
        #expect(try await process.wait(atMost: 60).status == 128 + 15)
    }

    @Test("a started server is stopped by its own process id")
    func serverStops() async throws {
        let process = try shell.start(["-c", "echo up; exec sleep 600"], home: home)
        let server = try await ServerProcess(process) { process.output.standard == "up\n" }
        #expect(server.isRunning)
        await server.killAtOnce()
        #expect(!server.isRunning)
    }

    @Test("a temporary folder goes with its last reference")
    func temporaryFolderGoes() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        let path = try #require(folder?.path)
        #expect(FileManager.default.fileExists(atPath: path))
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("certificates chain to their own authority and to no other")
    func certificatesChain() async throws {
        let certificates = try await TestCertificates()
        let other = try await TestCertificates()
        let server = try await certificates.server()
        try await Tool.openssl.succeed(
            ["verify", "-CAfile", certificates.authority.certificate, server.certificate],
            home: home
        )
        let refused = try await Tool.openssl.run(
            ["verify", "-CAfile", other.authority.certificate, server.certificate],
            home: home
        )
        #expect(refused.status != 0)
    }
}

import Glibc
import Testing

/// What the process does with requests that run when it is told to stop.
@Suite("A stop of our Notary server", .serialized)
struct StoppingTests {
    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
    }

    private let head = Array(
        """
        POST /v2/lab/app/_trust/tuf/ HTTP/1.1\r
        Host: a\r
        Content-Type: multipart/form-data; boundary=b\r
        Content-Length: 5\r
        \r
        --
        """
        .utf8
    )

    /// A request that has come in part, so that the server waits for the rest.
    private func begun(on server: NotaryServer) async throws -> Wire {
        let wire = try await Wire(port: server.port)
        await wire.send(head)
        while try await !server.get("/metrics").contains("countersign_http_requests_running 1\n") {
            try await Task.sleep(for: .milliseconds(10))
        }
        return wire
    }

    @Test("a request that runs is finished and answered")
    func finishes() async throws {
        let server = try await NotaryServer.start(home: home)
        let wire = try await begun(on: server)
        kill(server.process.identifier, SIGTERM)
        // It takes no more connections, yet reads on.
        while let other = try? await Wire(port: server.port) {
            await other.close()
            try await Task.sleep(for: .milliseconds(10))
        }
        await wire.send(Array("b--".utf8))
        let answer = try await wire.answer()
        #expect(answer.hasPrefix("HTTP/1.1 400 "))
        #expect(try await server.process.stop().status == 0)
    }

    @Test("a request that does not end is broken off after the time for stopping")
    func brokenOff() async throws {
        let server = try await NotaryServer.start(home: home, arguments: ["--stop-timeout", "1s"])
        let wire = try await begun(on: server)
        let result = try await server.process.stop(timeout: 60)
        #expect(result.status < 128)
        try await wire.closed()
    }
}

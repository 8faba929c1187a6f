import HTTPService
import Hummingbird
import Testing

/// Slow and silent clients against a real socket; the times themselves are tested without one.
@Suite("Limits of connections")
struct ConnectionLimitTests {
    private let logs = LogRecorder()
    private let registry = MetricsRegistry()
    private var listener = Listener(address: ListenAddress(host: "127.0.0.1", port: 0))

    private func run(
        _ listener: Listener,
        _ body: @Sendable (_ port: Int) async throws -> Void
    ) async throws {
        let router = Router.hello
        router.post("/") { request, _ in
            String(buffer: try await request.body.collect(upTo: 100))
        }
        router.get("large") { _, _ in String(repeating: "x", count: 64 << 20) }
        try await RunningServer.with(
            listener: listener,
            router: router,
            registry: registry,
            logs: logs
        ) { port, _ in try await body(port) }
    }

    private static func isAnswered(_ connection: RawConnection) async throws {
        try await connection.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = try await connection.receive(until: "hello")
    }

    private func expect(timeouts reason: String) {
        let line = "countersign_http_timeouts_total{waiting_for=\"\(reason)\"} 1\n"
        #expect(registry.text.contains(line))
    }

    @Test("one connection over the limit is closed, and there is room again when another goes")
    func connections() async throws {
        var listener = listener
        listener.limits.maximumConnections = 2
        let registry = registry
        try await run(listener) { port in
            let kept = try await RawConnection(port: port)
            let goes = try await RawConnection(port: port)
            for connection in [kept, goes] { try await Self.isAnswered(connection) }
            let refused = try await RawConnection(port: port)
            try await refused.closed()
            #expect(registry.text.contains("countersign_http_connections_refused_total 1\n"))
            try await goes.close()
            while registry.text.contains("countersign_http_connections 2\n") {
                try await Task.sleep(for: .milliseconds(5))
            }
            try await Self.isAnswered(try await RawConnection(port: port))
            try await Self.isAnswered(kept)
        }
    }

    @Test("a header that drips is cut off, while others are answered")
    func drippingHeader() async throws {
        var listener = listener
        listener.limits.headerTimeout = .milliseconds(200)
        try await run(listener) { port in
            let slow = try await RawConnection(port: port)
            try await slow.send("GET / HTTP/1.1\r\nX: ")
            while slow.isOpen {
                try? await slow.send("x")
                try await Task.sleep(for: .milliseconds(20))
            }
            try await Self.isAnswered(try await RawConnection(port: port))
        }
        expect(timeouts: "header")
    }

    @Test("a body that drips is cut off, while others are answered")
    func drippingBody() async throws {
        var listener = listener
        listener.limits.bodyTimeout = .milliseconds(200)
        try await run(listener) { port in
            let slow = try await RawConnection(port: port)
            try await slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 90\r\n\r\n")
            while slow.isOpen {
                try? await slow.send(".")
                try await Task.sleep(for: .milliseconds(20))
            }
            try await Self.isAnswered(try await RawConnection(port: port))
        }
        expect(timeouts: "body")
    }

    @Test("an answer that is not taken ends the connection, while others are answered")
    func notTaken() async throws {
        var listener = listener
        listener.limits.sendTimeout = .milliseconds(200)
        let registry = registry
        try await run(listener) { port in
            let slow = try await RawConnection(port: port)
            try await slow.stopReading()
            try await slow.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
            while !registry.text.contains("{waiting_for=\"send\"} 1\n") {
                try await Task.sleep(for: .milliseconds(5))
            }
            try await Self.isAnswered(try await RawConnection(port: port))
            try await slow.close()
        }
    }
}

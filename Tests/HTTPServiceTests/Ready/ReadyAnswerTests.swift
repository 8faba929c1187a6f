import HTTPService
import Hummingbird
import NIOCore
import Testing

/// Over a socket: what is ready and what is not, on one connection.
@Suite("Ready answers")
struct ReadyAnswerTests {
    private let logs = LogRecorder()
    private let ready = ReadyTarget()

    /// Answers `/ordinary` and, for requests that are not plain, `/ready`, with their methods.
    private static var router: Router<BasicRequestContext> {
        let router = Router()
        for name in ["ordinary", "ready"] {
            router.on(RouterPath(name), method: .get) { _, _ in "ordinary \(name)\n" }
            router.on(RouterPath(name), method: .head) { _, _ in "ordinary \(name)\n" }
            router.on(RouterPath(name), method: .post) { request, _ in
                let body = try await request.body.collect(upTo: 100)
                return "took \(String(buffer: body))\n"
            }
        }
        return router
    }

    private func connected<Value: Sendable>(
        _ body: @Sendable (RawConnection) async throws -> Value
    ) async throws -> Value {
        let listener = Listener(address: ListenAddress(host: "127.0.0.1", port: 0))
        return try await RunningServer.with(
            listener: listener,
            router: Self.router,
            ready: ready,
            logs: logs
        ) { port, _ in
            try await body(try await RawConnection(port: port))
        }
    }

    private static func get(_ path: String, _ fields: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
    }

    @Test("an answer is whole, and the connection stays")
    func whole() async throws {
        try await connected { connection in
            for number in 1...3 {
                try await connection.send(Self.get("/ready"))
                let text = try await connection.receive(containing: "ready\n", times: number)
                let one = """
                    HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nETag: "x"\r\nContent-Length: 6\r
                    X-Request-ID: ID\r\nDate: the date\r\n\r\nready\n
                    """
                let ids = Set(text.matches(of: /X-Request-ID: (\w+)/).map(\.1))
                #expect(ids.count == number)
                let read = text.replacing(/X-Request-ID: \w+/, with: "X-Request-ID: ID")
                #expect(read == String(repeating: one, count: number))
            }
            #expect(ready.answers == 3)
        }
    }

    @Test("HEAD gets the header alone")
    func head() async throws {
        try await connected { connection in
            try await connection.send("HEAD /ready HTTP/1.1\r\nHost: a\r\n\r\n")
            let text = try await connection.receive(until: "\r\n\r\n")
            #expect(text.contains("Content-Length: 6\r\n") && text.hasSuffix("date\r\n\r\n"))
            try await connection.send(Self.get("/ordinary"))
            let both = try await connection.receive(until: "ordinary ordinary\n")
            #expect(!both.contains("ready\n"))
        }
    }

    @Test(
        "what is not plain goes the ordinary way",
        arguments: [
            "GET /ready HTTP/1.0\r\nHost: a\r\n\r\n", "GET /ready?x HTTP/1.1\r\nHost: a\r\n\r\n",
            get("/ready", "Connection: close\r\n"), get("/ready", "If-None-Match: \"y\"\r\n"),
            get("/ready", "Content-Length: 2\r\n") + "ab", get("/ready", "X-New: 1\r\n"),
        ]
    )
    func ordinary(request: String) async throws {
        try await connected { connection in
            try await connection.send(request)
            _ = try await connection.receive(until: "ordinary ready\n")
            #expect(ready.answers == 0)
        }
    }

    @Test("`Connection: close` closes after the answer")
    func close() async throws {
        try await connected { connection in
            try await connection.send(Self.get("/ready"))
            _ = try await connection.receive(until: "ready\n")
            try await connection.send(Self.get("/ready", "Connection: close\r\n"))
            try await connection.closed()
            #expect(ready.answers == 1)
        }
    }

    @Test("a client that expects to be told to go on is told so")
    func expect() async throws {
        try await connected { connection in
            let fields = "Expect: 100-continue\r\nContent-Length: 2\r\n"
            try await connection.send("POST /ready HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
            _ = try await connection.receive(until: "100 Continue\r\n\r\n")
            try await connection.send("ab")
            _ = try await connection.receive(until: "took ab\n")
        }
    }

    @Test("requests sent at once are answered in their order, ready or not")
    func pipelined() async throws {
        let order = ["/ready", "/ordinary", "/ready", "/ready", "/ordinary", "/ready"]
        try await connected { connection in
            try await connection.send(order.map { Self.get($0) }.joined() + "GET /re")
            _ = try await connection.receive(containing: "HTTP/1.1 200", times: order.count)
            try await connection.send("ady HTTP/1.1\r\nHost: a\r\n\r\n")
            let all = try await connection.receive(
                containing: "HTTP/1.1 200",
                times: order.count + 1
            )
            #expect(Self.bodies(all).starts(with: order.map { $0.dropFirst() }))
        }
    }

    /// What the bodies say they answer, in order: they are lines of their own.
    private static func bodies(_ text: String) -> [Substring] {
        text.replacing("\r\n", with: "\n").split(separator: "\n")
            .compactMap { $0.split(separator: " ").last }
            .filter { $0 == "ready" || $0 == "ordinary" }
    }

    @Test("what cannot be parsed gets 400 after a ready answer too")
    func malformed() async throws {
        try await connected { connection in
            try await connection.send(Self.get("/ready"))
            _ = try await connection.receive(until: "ready\n")
            try await connection.send("nonsense\r\n\r\n")
            _ = try await connection.receive(until: "400 Bad Request")
            try await connection.closed()
        }
    }
}

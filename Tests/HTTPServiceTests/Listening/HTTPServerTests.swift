import HTTPService
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOPosix
import ServiceLifecycle
import Testing

@Suite("HTTP server")
struct HTTPServerTests {
    private let logs = LogRecorder()
    private let loopback = Listener(address: ListenAddress(host: "127.0.0.1", port: 0))

    @Test("port 0 is bound to a real port, which the log and the port file tell")
    func portZero() async throws {
        try await RunningServer.with(listener: loopback, router: .hello, logs: logs) { port, _ in
            let response = try await TestClient.withClient(host: "127.0.0.1", port: port) {
                try await $0.get("/")
            }
            #expect(response.status == .ok)
            #expect(
                logs.lines.contains { $0.contains("listening on http://127.0.0.1:\(port)") }
            )
        }
    }

    @Test("a stop lets a running request finish")
    func gracefulStop() async throws {
        let slow = SlowRouter()
        try await RunningServer.with(listener: loopback, router: slow.router, logs: logs) {
            port,
            group in
            async let response = TestClient.withClient(host: "127.0.0.1", port: port) {
                try await $0.get("/slow")
            }
            await slow.isAsked()
            await group.triggerGracefulShutdown()
            slow.release()
            let body = try await response.body
            #expect(body.map { String(buffer: $0) } == "done")
        }
    }

    @Test(
        "a header over the limit is refused, and one under it is not",
        arguments: [90, 200, 1 << 20]
    )
    func headerLimit(bytes: Int) async throws {
        var listener = loopback
        listener.limits.maximumHeaderFieldBytes = 128
        try await RunningServer.with(listener: listener, router: .hello, logs: logs) { port, _ in
            let response = try await TestClient.withClient(host: "127.0.0.1", port: port) {
                try await $0.get("/", headers: [.accept: String(repeating: "a", count: bytes)])
            }
            #expect(response.status == (bytes < 128 ? .ok : .badRequest))
        }
    }

    @Test(
        "a connection that sends nothing, or half a request, is closed",
        arguments: ["", "GET /"]
    )
    func idleTimeout(sent: String) async throws {
        var listener = loopback
        listener.limits.idleTimeout = .milliseconds(50)
        try await RunningServer.with(listener: listener, router: .hello, logs: logs) { port, _ in
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(host: "127.0.0.1", port: port).get()
            // On a busy machine the server may have closed before this is sent.
            try? await channel.writeAndFlush(ByteBuffer(string: sent)).get()
            try await channel.closeFuture.get()
        }
    }

    @Test("a client that asks before it sends its body is told to go on")
    func continues() async throws {
        let router = Router()
        router.post("/") { request, _ in
            String(buffer: try await request.body.collect(upTo: 100))
        }
        try await RunningServer.with(listener: loopback, router: router, logs: logs) { port, _ in
            let client = try await RawConnection(port: port)
            try await client.send(
                "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n"
            )
            let interim = try await client.receive(until: "\r\n\r\n")
            #expect(interim == "HTTP/1.1 100 Continue\r\n\r\n")
            try await client.send("body")
            let answer = try await client.receive(until: "body")
            #expect(answer.contains("HTTP/1.1 200 OK\r\n"))
            try await client.close()
        }
    }

    @Test("an address that is taken is named")
    func addressTaken() async throws {
        let logs = logs
        try await RunningServer.with(listener: loopback, router: .hello, logs: logs) { port, _ in
            let address = ListenAddress(host: "127.0.0.1", port: port)
            let second = try HTTPServer(
                listener: Listener(address: address),
                responder: Router.hello.buildResponder(),
                logger: logs.logger()
            )
            let error = await #expect(throws: ListenerError.self) { try await second.run() }
            #expect(error?.description.contains("cannot listen on `\(address)`") == true)
        }
    }

    @Test("a handler runs on the event loop of its connection")
    func onEventLoop() async throws {
        let router = Router()
        router.get("/") { _, _ in
            await Task.yield()
            return MultiThreadedEventLoopGroup.currentEventLoop == nil ? "pool" : "loop"
        }
        try await RunningServer.with(listener: loopback, router: router, logs: logs) { port, _ in
            let response = try await TestClient.withClient(host: "127.0.0.1", port: port) {
                try await $0.get("/")
            }
            #expect(response.body.map { String(buffer: $0) } == "loop")
        }
    }
}

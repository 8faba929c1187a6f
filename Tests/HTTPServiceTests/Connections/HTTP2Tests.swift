import AsyncHTTPClient
import HTTPService
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import ServiceLifecycle
import Synchronization
import Testing

@Suite("HTTP/2 beside HTTP/1.1")
struct HTTP2Tests {
    private let logs = LogRecorder()
    private let files: ServerCertificates
    private var listener: Listener

    init() throws {
        files = try ServerCertificates()
        try files.make("server")
        listener = Listener(
            address: ListenAddress(host: "127.0.0.1", port: 0),
            tls: TLSFiles(certificate: files.path("server.crt"), key: files.path("server.key"))
        )
    }

    /// Runs `body` with a client that speaks `version`, and no other where that is HTTP/1.1.
    private func run(
        _ version: HTTPClient.Configuration.HTTPVersion = .automatic,
        router: Router<BasicRequestContext> = .hello,
        listener: Listener? = nil,
        registry: MetricsRegistry = MetricsRegistry(),
        _ body: @Sendable (_ send: Requests, _ group: ServiceGroup) async throws -> Void
    ) async throws {
        let trusted = files.path("server.crt")
        try await RunningServer.with(
            listener: listener ?? self.listener,
            router: router,
            registry: registry,
            logs: logs
        ) { port, group in
            var configuration = HTTPClient.Configuration()
            configuration.httpVersion = version
            configuration.tlsConfiguration = .makeClientConfiguration()
            configuration.tlsConfiguration?.trustRoots = .file(trusted)
            let client = HTTPClient(configuration: configuration)
            do {
                try await body(Requests(client: client, port: port), group)
            } catch {
                try await client.shutdown()
                throw error
            }
            try await client.shutdown()
        }
    }

    private struct Requests: Sendable {
        let client: HTTPClient
        let port: Int

        func callAsFunction(
            _ path: String = "/",
            _ headers: [String: String] = [:],
            body: ByteBuffer? = nil
        ) async throws -> HTTPClientResponse {
            var request = HTTPClientRequest(url: "https://localhost:\(port)\(path)")
            request.headers = HTTPHeaders(headers.map { ($0.key, $0.value) })
            if let body {
                request.method = .POST
                request.body = .bytes(body)
            }
            return try await client.execute(request, timeout: .minutes(5))
        }
    }

    @Test("a client gets the newest version that it speaks")
    func negotiation() async throws {
        try await run(.automatic) { send, _ in
            let response = try await send()
            #expect(response.version == .http2 && response.status == .ok)
        }
        try await run(.http1Only) { send, _ in
            let response = try await send()
            #expect(response.version == .http1_1 && response.status == .ok)
        }
    }

    @Test("requests on one connection are answered at once, each with its own body")
    func streams() async throws {
        let router = Router()
        let arrived = Mutex(0)
        router.post("/") { request, _ in
            let body = try await request.body.collect(upTo: 10 << 20)
            arrived.withLock { $0 += 1 }
            while arrived.withLock({ $0 }) < 20 { try await Task.sleep(for: .milliseconds(2)) }
            return Response(status: .ok, body: .init(byteBuffer: body))
        }
        let registry = MetricsRegistry()
        try await run(router: router, registry: registry) { send, _ in
            try await withThrowingTaskGroup { group in
                for number in 0..<20 {
                    group.addTask {
                        let body = ByteBuffer(repeating: UInt8(number), count: 400_000)
                        let answer = try await send(body: body)
                        #expect(try await answer.body.collect(upTo: 10 << 20) == body)
                    }
                }
                try await group.waitForAll()
            }
        }
        #expect(registry.text.contains("countersign_http_connections_accepted_total 1\n"))
    }

    @Test(
        "an answer has no field that speaks of a connection; by HTTP/1.1 it keeps them",
        arguments: [HTTPClient.Configuration.HTTPVersion.automatic, .http1Only]
    )
    func connectionFields(version: HTTPClient.Configuration.HTTPVersion) async throws {
        let router = Router()
        router.get("/") { _, _ in
            let body = ResponseBody(byteBuffer: ByteBuffer(string: "no"))
            var response = Response(status: .badRequest, body: body)
            response.headers[.connection] = "close"
            response.headers[.contentType] = "text/plain"
            if let name = HTTPField.Name("Keep-Alive") { response.headers[name] = "timeout=5" }
            return response
        }
        try await run(version, router: router) { send, _ in
            let answer = try await send()
            let isHTTP1 = answer.version == .http1_1
            #expect(answer.status == .badRequest)
            #expect(answer.headers["connection"] == (isHTTP1 ? ["close"] : []))
            #expect(answer.headers["keep-alive"] == (isHTTP1 ? ["timeout=5"] : []))
            #expect(answer.headers["content-type"] == ["text/plain"])
            #expect(String(buffer: try await answer.body.collect(upTo: 100)) == "no")
        }
    }

    @Test("a header over the limit is refused, one under it is not")
    func headerLimit() async throws {
        try await run { send, _ in
            let small = try await send("/", ["x": String(repeating: "a", count: 12_000)])
            #expect(small.status == .ok)
            await #expect(throws: (any Error).self) {
                try await send("/", ["x": String(repeating: "a", count: 18_000)])
            }
            let after = try await send()
            #expect(after.status == .ok)
        }
    }

    @Test("a stop lets running requests finish")
    func gracefulStop() async throws {
        let slow = SlowRouter()
        try await run(router: slow.router) { send, group in
            async let response = send("/slow")
            await slow.isAsked()
            await group.triggerGracefulShutdown()
            slow.release()
            let body = try await response.body.collect(upTo: 100)
            #expect(String(buffer: body) == "done")
        }
    }

    @Test("a handler runs on the event loop of its connection")
    func onEventLoop() async throws {
        let router = Router()
        router.get("/") { _, _ in
            await Task.yield()
            return Response(
                status: MultiThreadedEventLoopGroup.currentEventLoop == nil ? .conflict : .ok
            )
        }
        try await run(router: router) { send, _ in
            let response = try await send()
            #expect(response.version == .http2 && response.status == .ok)
        }
    }

    @Test("a connection without streams is taken leave of, and the next request has another")
    func idle() async throws {
        var listener = listener
        listener.limits.idleTimeout = .seconds(4)
        let registry = MetricsRegistry()
        try await run(listener: listener, registry: registry) { send, _ in
            _ = try await send()
            while !registry.text.contains("countersign_http_connections 0\n") {
                try await Task.sleep(for: .milliseconds(5))
            }
            let next = try await send()
            #expect(next.status == .ok)
        }
        #expect(registry.text.contains("countersign_http_connections_accepted_total 2\n"))
    }
}

import Hummingbird
import HummingbirdTesting
import NIOCore
import NotaryClient
import Testing

/// The real transport against a server on loopback that does what it should not.
@Suite struct AsyncHTTPTransportTests {
    private func withServer(
        _ handler: @escaping @Sendable (Request) throws -> Response,
        _ test: @escaping @Sendable (AsyncHTTPTransport, Int) async throws -> Void
    ) async throws {
        let router = Router()
        router.get("**") { request, _ in try handler(request) }
        try await withTransport { transport in
            try await Application(router: router)
                .test(.live) { client in
                    try await test(transport, try #require(client.port))
                }
        }
    }

    /// Closes the transport also when the test fails: one that is left open ends the process.
    private func withTransport(
        _ test: (AsyncHTTPTransport) async throws -> Void
    ) async throws {
        // A busy machine takes its time.
        let transport = try AsyncHTTPTransport(connectTimeout: 300)
        do {
            try await test(transport)
        } catch {
            await transport.shutdown()
            throw error
        }
        await transport.shutdown()
    }

    private func request(_ port: Int, limit: Int, path: String = "/x") throws -> HTTPGet {
        HTTPGet(
            url: try HTTPURL(parsing: "http://127.0.0.1:\(port)\(path)"),
            byteLimit: limit,
            deadline: .now + .seconds(300)
        )
    }

    @Test("a body of exactly the limit comes whole", arguments: [true, false])
    func exactlyTheLimit(_ isLengthDeclared: Bool) async throws {
        try await withServer { _ in
            Self.response(bytes: 1000, isLengthDeclared)
        } _: { transport, port in
            let answer = try await transport.get(try request(port, limit: 1000))
            #expect(answer.status == 200)
            #expect(answer.body.count == 1000)
        }
    }

    @Test("a longer body is refused, declared or not", arguments: [true, false])
    func beyondTheLimit(_ isLengthDeclared: Bool) async throws {
        try await withServer { _ in
            Self.response(bytes: 1001, isLengthDeclared)
        } _: { transport, port in
            await #expect(throws: TransportError.tooLarge(limit: 1000)) {
                try await transport.get(try request(port, limit: 1000))
            }
        }
    }

    @Test("an endless body is cut off at the limit")
    func endlessBody() async throws {
        let endless = Response(
            status: .ok,
            body: ResponseBody { writer in
                while true { try await writer.write(ByteBuffer(repeating: 0x20, count: 4096)) }
            }
        )
        try await withServer { _ in
            endless
        } _: { transport, port in
            await #expect(throws: TransportError.tooLarge(limit: 100_000)) {
                try await transport.get(try request(port, limit: 100_000))
            }
        }
    }

    @Test("a body that trickles without end is given up at the deadline, not taken for a short one")
    func tricklingBody() async throws {
        let trickling = Response(
            status: .ok,
            body: ResponseBody { writer in
                while true {
                    try await writer.write(ByteBuffer(string: "x"))
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
        )
        try await withServer { _ in
            trickling
        } _: { transport, port in
            let url = try HTTPURL(parsing: "http://127.0.0.1:\(port)/x")
            await #expect(throws: TransportError.deadlineExceeded(origin: url.origin)) {
                try await transport.get(
                    HTTPGet(url: url, byteLimit: 1 << 20, deadline: .now + .milliseconds(200))
                )
            }
        }
    }

    @Test("a redirect is an answer, not followed")
    func redirect() async throws {
        try await withServer { request in
            request.uri.path == "/other"
                ? Response(status: .ok)
                : Response(status: .found, headers: [.location: "/other"])
        } _: { transport, port in
            let answer = try await transport.get(try request(port, limit: 10))
            #expect(answer.status == 302)
        }
    }

    @Test("challenges come with the status")
    func challenges() async throws {
        try await withServer { _ in
            Response(status: .unauthorized, headers: [.wwwAuthenticate: "Basic realm=x"])
        } _: { transport, port in
            let answer = try await transport.get(try request(port, limit: 10))
            #expect(answer == HTTPAnswer(status: 401, authenticateHeaders: ["Basic realm=x"]))
        }
    }

    @Test("a port nobody listens on is said to be unreachable at once")
    func unreachable() async throws {
        try await withTransport { transport in
            let error = await #expect(throws: TransportError.self) {
                try await transport.get(try request(1, limit: 10))
            }
            guard case .unreachable("http://127.0.0.1:1", _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("a file without certificates is no extra authority")
    func badAuthority() throws {
        #expect(throws: TransportSetupError.noCertificate(file: "/nonexistent.pem")) {
            try AsyncHTTPTransport(extraAuthorities: ["/nonexistent.pem"])
        }
    }

    private static func response(bytes: Int, _ isLengthDeclared: Bool) -> Response {
        let buffer = ByteBuffer(repeating: 0x61, count: bytes)
        guard !isLengthDeclared else {
            return Response(status: .ok, body: ResponseBody(byteBuffer: buffer))
        }
        return Response(
            status: .ok,
            body: ResponseBody { writer in
                try await writer.write(buffer)
                try await writer.finish(nil)
            }
        )
    }
}

import Testing

/// Bytes that are no good request, each followed by one that is.
@Suite("Our Notary server under hostile bytes", .serialized)
struct HostileRequestTests {
    private let home: TemporaryFolder
    private let server: NotaryServer

    init() async throws {
        home = try TemporaryFolder()
        server = try await NotaryServer.start(home: home, arguments: ["--idle-timeout", "10m"])
    }

    private func status(_ request: String) async throws -> Int? {
        try await status(Array(request.utf8))
    }

    /// The status of the answer; nil when the server closed without one.
    private func status(_ request: [UInt8]) async throws -> Int? {
        let answer = try await Wire.answer(to: request, on: server.port)
        return answer.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }

    private func isWell(_ location: SourceLocation = #_sourceLocation) async throws {
        #expect(try await server.get("/v2/") == "{}", sourceLocation: location)
        #expect(server.process.isRunning, sourceLocation: location)
    }

    @Test("names with every byte, unescaped, and of 1 MiB")
    func names() async throws {
        for byte in UInt8.min...UInt8.max {
            let request =
                Array("GET /v2/a".utf8) + [byte]
                + Array("b/_trust/tuf/root.json HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
            let status = try await status(request)
            #expect(status == nil || (400...404).contains(status ?? 0), "\(byte)")
        }
        try await isWell()
        let name = String(repeating: "n", count: 1 << 20)
        for path in [name, String(repeating: "a/", count: 1 << 19)] {
            let status = try await status(
                "GET /v2/\(path)/_trust/tuf/root.json HTTP/1.1\r\nHost: a\r\n\r\n"
            )
            #expect(status == nil || status == 400)
        }
        try await isWell()
    }

    @Test("roles of dots and slashes, and numbers beyond 2^63, in paths")
    func paths() async throws {
        let number = "9223372036854775808"
        for (path, expected) in [
            ("tuf/../root.json", 301), ("tuf/./root.json", 301), ("tuf//root.json", 301),
            ("tuf/targets/.json", 404), ("tuf/targets/%2e%2e/root.json", 301),
            ("tuf/targets%2f..%2froot.json", 301), ("tuf/.json", 404), ("tuf/..json", 404),
            ("tuf/\(number).root.json", 404), ("tuf/root.\(number).json", 404),
            ("changefeed?records=\(number)", 400),
            ("changefeed?records=1&change_id=\(number)", 400),
            ("changefeed?records=-\(number)", 400),
        ] {
            let found = try await status(
                "GET /v2/lab/app/_trust/\(path) HTTP/1.1\r\nHost: a\r\n\r\n"
            )
            #expect(found == expected, "\(path)")
        }
        try await isWell()
    }

    @Test("what HTTP does not allow")
    func framing() async throws {
        let path = "POST /v2/lab/app/_trust/tuf/ HTTP/1.1\r\nHost: a\r\n"
        for request in [
            path + "Content-Length: 9223372036854775808\r\n\r\n",
            path + "Content-Length: -1\r\n\r\n",
            path + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
            path + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            path + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
            path + "Transfer-Encoding: chunked\r\n\r\nx\r\n", "\r\n\r\n\r\nx", "GET\r\n\r\n",
            "GET /v2/ HTTP/9.9\r\n\r\n", "GET /v2/ HTTP/1.1\r\nno colon\r\n\r\n",
            "GET /v2/ HTTP/1.1\r\n: empty\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET /v2/ HTTP/1.1\r\nA: \(String(repeating: "a", count: 1 << 20))\r\n\r\n",
            "GET /v2/ HTTP/1.1\r\n\(String(repeating: "a: b\r\n", count: 1000))\r\n",
        ] {
            let status = try await status(request)
            #expect(status == nil || status == 400, "\(request.prefix(100)): \(status ?? 0)")
        }
        try await isWell()
    }

    @Test("random bytes on the plain port and on the TLS port")
    func randomBytes() async throws {
        let certificates = try await TestCertificates()
        let other = try TemporaryFolder()
        let secure = try await NotaryServer.start(
            home: other,
            certificate: certificates.server()
        )
        var random = SeededBytes(seed: 1)
        for count in 0..<200 {
            var bytes = random.next(count * 7)
            // Every other one begins like the handshake of a client.
            if count.isMultiple(of: 2) { bytes = [22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3] + bytes }
            for port in [server.port, secure.port] { try await Wire.drop(bytes, on: port) }
        }
        try await isWell()
        let good = try await Tool.curl.succeed(
            ["-sS", "--cacert", certificates.authority.certificate, secure.url + "/v2/"],
            home: other
        )
        #expect(good.standardOutput == "{}")
    }

    @Test("2,000 idle connections, with and without a request before")
    func idleConnections() async throws {
        for kind in [ManyConnections.Kind.silent, .answered] {
            let many = try await ManyConnections(2000, kind, to: server.port, home: home)
            #expect(many.kept == 2000)
            try await isWell()
            #expect(try await many.end() == 2000)
        }
        try await isWell()
    }

    @Test("2,000 idle connections over TLS")
    func idleSecureConnections() async throws {
        let certificates = try await TestCertificates()
        let authority = certificates.authority.certificate
        let other = try TemporaryFolder()
        let server = try await NotaryServer.start(
            home: other,
            certificate: certificates.server(),
            arguments: ["--idle-timeout", "10m"]
        )
        let many = try await ManyConnections(
            2000,
            .answered,
            to: server.port,
            authority: authority,
            home: home
        )
        #expect(many.kept == 2000)
        let request = ["-sS", "--cacert", authority, server.url + "/v2/"]
        #expect(try await Tool.curl.succeed(request, home: other).standardOutput == "{}")
        #expect(try await many.end() == 2000)
    }

    @Test("slow senders lose their connection, others do not notice them")
    func slowSenders() async throws {
        let other = try TemporaryFolder()
        let server = try await NotaryServer.start(
            home: other,
            arguments: ["--header-timeout", "1s", "--body-timeout", "1s"]
        )
        let slow = try await ManyConnections(200, .dripping, to: server.port, home: other)
        #expect(try await server.get("/v2/") == "{}")
        let line = "countersign_http_timeouts_total{waiting_for=\"header\"} 200\n"
        while try await !server.get("/metrics").contains(line) {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(try await slow.end() == 0)
        let wire = try await Wire(port: server.port)
        await wire.send(
            Array(
                """
                POST /v2/lab/app/_trust/tuf/ HTTP/1.1\r
                Host: a\r
                Content-Type: multipart/form-data; boundary=b\r
                Content-Length: 100000\r
                \r

                """
                .utf8
            )
        )
        while wire.isOpen {
            await wire.send([UInt8(ascii: "-")])
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(try await server.get("/v2/") == "{}")
    }

    @Test("more connections than there are files")
    func openFiles() async throws {
        let other = try TemporaryFolder()
        let server = try await NotaryServer.start(home: other, openFiles: 128)
        #expect(server.process.log.contains("the limit of open files allows fewer connections"))
        let many = try await ManyConnections(500, .silent, to: server.port, home: other)
        #expect((1..<128).contains(many.kept))
        _ = try await many.end()
        // The server learns of their end one by one.
        while try await server.status("/v2/") != "200" {}
        #expect(server.process.isRunning)
    }
}

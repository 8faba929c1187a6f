import Testing

/// Bodies that are no upload, each followed by a good request.
@Suite("Our Notary server under hostile uploads", .serialized)
struct HostileUploadTests {
    private let home: TemporaryFolder
    private let server: NotaryServer

    init() async throws {
        home = try TemporaryFolder()
        server = try await NotaryServer.start(home: home)
    }

    private static let part =
        "--b\r\nContent-Disposition: form-data; filename=\"root\"\r\n\r\n[]\r\n"
    private static let whole = Array((part + "--b--").utf8)

    private static func request(
        _ body: [UInt8],
        length: Int? = nil,
        type: String = "multipart/form-data; boundary=b"
    ) -> [UInt8] {
        let head = """
            POST /v2/lab/app/_trust/tuf/ HTTP/1.1\r
            Host: localhost\r
            Content-Type: \(type)\r
            Content-Length: \(length ?? body.count)\r
            \r

            """
        return Array(head.utf8) + body
    }

    private func expect(
        _ body: String,
        type: String = "multipart/form-data; boundary=b",
        _ status: Int,
        _ code: String,
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let request = Self.request(Array(body.utf8), type: type)
        let answer = try await Wire.answer(to: request, on: server.port)
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)", sourceLocation: location)
        #expect(answer.contains("\"code\":\"\(code)\""), "\(answer)", sourceLocation: location)
        try await isWell(location)
    }

    /// The next good request is answered, and nothing has been stored.
    private func isWell(_ location: SourceLocation = #_sourceLocation) async throws {
        let good = Array("GET /v2/lab/app/_trust/tuf/root.json HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        let answer = try await Wire.answer(to: good, on: server.port)
        #expect(answer.hasPrefix("HTTP/1.1 404 "), "\(answer)", sourceLocation: location)
        #expect(server.process.isRunning, sourceLocation: location)
    }

    @Test("cut off at every byte, as the body of a whole request, on one connection")
    func truncated() async throws {
        let wire = try await Wire(port: server.port)
        for count in 0..<Self.whole.count {
            await wire.send(Self.request(Array(Self.whole[..<count])))
            let answer = try await wire.answer()
            #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(count): \(answer)")
        }
        // Whole, it is refused for what is in it.
        await wire.send(Self.request(Self.whole))
        #expect(try await wire.answer().contains("MALFORMED_JSON"))
        await wire.close()
        try await isWell()
    }

    @Test("cut off at every byte by the end of the connection")
    func dropped() async throws {
        for count in 0..<Self.whole.count {
            let body = Array(Self.whole[..<count])
            try await Wire.drop(Self.request(body, length: Self.whole.count), on: server.port)
            if count.isMultiple(of: 16) { try await isWell() }
        }
        try await isWell()
    }

    @Test("with another boundary, without one, with none at all")
    func boundaries() async throws {
        let body = Self.part + "--b--\r\n"
        for type in [
            "multipart/form-data; boundary=c", "multipart/form-data; boundary=",
            "multipart/form-data", "application/json",
            "multipart/form-data; boundary=b; boundary=c",
            "multipart/form-data; boundary=\"b",
        ] {
            try await expect(body, type: type, 400, "MALFORMED_UPLOAD")
        }
    }

    @Test("with parts that do not say what they are")
    func dispositions() async throws {
        for header in [
            "", "Content-Type: a/b\r\n", "Content-Disposition: form-data\r\n",
            "Content-Disposition: form-data; filename=\"\"\r\n",
            "Content-Disposition: form-data; filename=.json\r\n", "Content-Disposition: ;;;\r\n",
        ] {
            try await expect("--b\r\n\(header)\r\n{}\r\n--b--", 400, "NO_FILENAME")
        }
        try await expect("--b\r\nno header\r\n\r\n{}\r\n--b--", 400, "MALFORMED_UPLOAD")
    }

    @Test("with roles of dots and slashes")
    func roles() async throws {
        for role in [
            "targets/", "targets//a", "targets/../root", "targets/.", "targets/a/", "../root",
            "/root", "targets\\a", "root/a", "Root", "targets/\u{0}", "a", ".", "..",
        ] {
            let name = "Content-Disposition: form-data; filename=\"\(role)\"\r\n"
            let body = "--b\r\n\(name)\r\n{}\r\n--b--"
            let answer = try await Wire.answer(
                to: Self.request(Array(body.utf8)),
                on: server.port
            )
            #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(role): \(answer)")
        }
        try await isWell()
    }

    @Test("with the same role twice, and with 10,000 parts")
    func many() async throws {
        try await expect(Self.part + Self.part + "--b--", 400, "MALFORMED_JSON")
        let many = String(repeating: Self.part, count: 10_000)
        try await expect(many + "--b--", 413, "TOO_LARGE")
    }

    @Test(
        "with numbers beyond 2^63",
        arguments: ["9223372036854775808", "18446744073709551616", "-9223372036854775809", "1e400"]
    )
    func numbers(number: String) async throws {
        let expires = "\"expires\":\"2030-01-01T00:00:00Z\""
        let signed = "{\"_type\":\"Root\",\(expires),\"version\":\(number)}"
        let file = "{\"signed\":\(signed),\"signatures\":[]}"
        let part = Self.part.replacing("[]", with: file)
        try await expect(part + "--b--", 400, "MALFORMED_JSON")
    }

    @Test("with a file of 100 MiB, and of one byte more", arguments: [0, 1])
    func large(more: Int) async throws {
        let bytes = 100 << 20
        let file = try home.write(Self.part.replacing("[]\r\n", with: ""), to: "upload")
        let made = try await Tool(name: "sh", debianPackage: "dash")
            .run(
                [
                    "-c",
                    "head -c \(bytes + more) /dev/zero >> upload; printf '\\r\\n--b--' >> upload",
                ],
                home: home
            )
        #expect(made.status == 0)
        let result = try await Tool.curl.succeed(
            [
                "-sS", "-H", "Content-Type: multipart/form-data; boundary=b", "-H", "Expect:",
                "--data-binary", "@\(file)", "-w", "%{http_code}",
                server.url + "/v2/lab/app/_trust/tuf/",
            ],
            home: home
        )
        #expect(result.standardOutput.hasSuffix(more == 0 ? "400" : "413"))
        try await isWell()
    }
}

import Testing

/// Whatever comes over the wire, the next good request is answered.
@Suite("Our Notary server under hostile requests", .serialized)
struct NotaryHostileTests {
    private let home: TemporaryFolder
    private let server: NotaryServer

    init() async throws {
        home = try TemporaryFolder()
        server = try await NotaryServer.start(home: home)
    }

    /// The status of a request that curl reads from a file, so that it may be of any length.
    private func status(_ lines: [String]) async throws -> String {
        let file = try home.write(lines.joined(separator: "\n"), to: "request")
        return try await Tool.curl
            .run(
                ["-sS", "--path-as-is", "-o", "/dev/null", "-w", "%{http_code}", "-K", file],
                home: home
            )
            .standardOutput
    }

    @Test(
        "names too long, and names of every odd byte",
        arguments: [1, 300, 40_000, 90_000]
    )
    func names(length: Int) async throws {
        let name = String(repeating: "a", count: length)
        let status = try await status([
            "url = \"\(server.url)/v2/\(name)/_trust/tuf/root.json\""
        ])
        // The server may have closed before the longest is sent: curl then has no status.
        #expect(length > 10_000 ? ["400", "000"].contains(status) : status == "404")
        for byte in 0..<256 where length == 1 {
            let hex = (byte < 16 ? "0" : "") + String(byte, radix: 16)
            let url = "url = \"\(server.url)/v2/a%\(hex)b/_trust/tuf/root.json\""
            #expect(try await self.status([url]) == "404", "byte \(hex)")
        }
        #expect(try await server.get("/v2/") == "{}")
    }

    @Test("an upload over the limits is refused with 413")
    func tooLarge() async throws {
        let boundary = "Content-Type: multipart/form-data; boundary=b"
        let part = "--b\r\nContent-Disposition: form-data; filename=root\r\n\r\n"
        let parts = String(repeating: part + "{}\r\n", count: 10_000) + "--b--\r\n"
        let file = try home.write(parts, to: "parts")
        let status = try await status([
            "url = \"\(server.url)/v2/lab/app/_trust/tuf/\"", "header = \"\(boundary)\"",
            "data-binary = \"@\(file)\"",
        ])
        #expect(status == "413")
        #expect(try await server.get("/v2/") == "{}")
    }

    @Test("plain text on the TLS port ends that connection only")
    func plainTextOnTLS() async throws {
        let certificates = try await TestCertificates()
        let other = try TemporaryFolder()
        let server = try await NotaryServer.start(
            home: other,
            certificate: certificates.server()
        )
        let plain = try await Tool.curl.run(
            ["-sS", "http://127.0.0.1:\(server.port)/v2/"],
            home: other
        )
        #expect(plain.status != 0)
        let good = try await Tool.curl.succeed(
            ["-sS", "--cacert", certificates.authority.certificate, server.url + "/v2/"],
            home: other
        )
        #expect(good.standardOutput == "{}")
    }

    @Test(
        "a request for another protocol is answered, and so is the next one",
        arguments: [
            ["-H", "Upgrade: h2c", "-H", "Connection: Upgrade, HTTP2-Settings"], ["-X", "CONNECT"],
        ]
    )
    func upgrade(options: [String]) async throws {
        let next = ["--next", "-sS", "-m", "10", "-w", " %{http_code}"]
        let url = server.url + "/v2/"
        let answers = try await Tool.curl.succeed(
            ["-sS", "-m", "10", "-w", "%{http_code} "] + options + [url] + next + [url],
            home: home
        )
        let first = options.contains("CONNECT") ? "405 " : "{}200 "
        #expect(answers.standardOutput == "\(first){} 200")
    }

    @Test("thirty-two requests for the key of a new repository get the same key")
    func parallelKeys() async throws {
        try await Tool.curl.succeed(
            [
                "-sS", "-Z", "--parallel-max", "32", "-o", home.path("key#1"),
                server.url + "/v2/lab/new/_trust/tuf/timestamp.key?[1-32]",
            ],
            home: home
        )
        let keys = try (1...32).map { try home.text(of: "key\($0)") }
        #expect(keys.allSatisfy { $0.hasPrefix(#"{"keytype":"#) })
        #expect(Set(keys).count == 1)
    }
}

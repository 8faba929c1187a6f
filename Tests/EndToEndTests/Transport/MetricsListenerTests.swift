import Testing

/// The metrics where operators look for them.
@Suite("The metrics of our Notary server", .serialized)
struct MetricsListenerTests {
    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
    }

    @Test("on a listener of their own, with the health, and then nowhere else")
    func ownListener() async throws {
        let certificates = try await TestCertificates()
        let portFile = home.path("metrics-port")
        let server = try await NotaryServer.start(
            home: home,
            certificate: certificates.server(),
            arguments: [
                "--metrics-listen", "127.0.0.1:0", "--metrics-port-file", portFile,
                "--client-ca", certificates.authority.certificate,
            ]
        )
        var port = ""
        while port.isEmpty { port = (try? home.text(of: "metrics-port")) ?? "" }
        let side = "http://127.0.0.1:\(port.dropLast())"
        let text = try await Tool.curl.succeed(["-sS", side + "/metrics"], home: home)
            .standardOutput
        #expect(text.contains("notary_server_http_request_duration_microseconds_count"))
        #expect(text.contains("countersign_tls_reload_failed{file=\"certificate\"} 0\n"))
        for path in ["/health/liveness", "/health/readiness"] {
            let health = try await Tool.curl.succeed(["-sS", side + path], home: home)
            #expect(health.standardOutput == "{}")
        }
        let client = try await certificates.client("client")
        let main = try await Tool.curl.succeed(
            [
                "-sS", "--cacert", certificates.authority.certificate, "--cert",
                client.certificate, "--key", client.key, server.url + "/metrics",
            ],
            home: home
        )
        #expect(main.standardOutput.contains("METADATA_NOT_FOUND"))
    }

    @Test("has each of notary-server's, of the same type, and counts and measures the same")
    func comparedWithDebians() async throws {
        let ours = try await NotaryServer.start(home: home)
        let theirs = try await DebianNotaryServer()
        var texts: [[String: String]] = []
        for url in [ours.url, theirs.url] {
            for request in [
                [url + "/v2/"], [url + "/v2/lab/app/_trust/tuf/root.json"],
                [url + "/v2/lab/app/_trust/tuf/timestamp.key"],
                [url + "/v2/lab/app/_trust/changefeed?records=1"],
                ["-X", "DELETE", url + "/v2/lab/app/_trust/tuf/"],
                ["-X", "POST", "-d", "x", url + "/v2/lab/app/_trust/tuf/"],
                [url + "/metrics"],
            ] {
                let options = ["-sS", "-o", "/dev/null", "-A", "test", "-H", "Host: a"]
                try await Tool.curl.succeed(options + request, home: home)
            }
            let text = try await Tool.curl.succeed(["-sS", url + "/metrics"], home: home)
            texts.append(Self.lines(text.standardOutput))
        }
        let (mine, real) = (texts[0], texts[1])
        #expect(real.count > 100)
        for (line, value) in real where !line.contains("go_") {
            // An answer without a body has the status 0 there.
            let line = line.replacing("code=\"0\"", with: "code=\"200\"")
            #expect(mine[line] != nil, "\(line)")
            if line.hasPrefix("# TYPE") || Self.isExact(line) {
                #expect(mine[line] == value, "\(line)")
            }
        }
    }

    /// What must be the same number, and not only be there.
    private static func isExact(_ line: String) -> Bool {
        line.hasPrefix("notary_server_http_request")
            && (line.contains("requests_total") || line.contains("request_size_bytes_sum")
                || line.contains("_count"))
    }

    /// By what stands before the last space: the value, or the type.
    private static func lines(_ text: String) -> [String: String] {
        var lines: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("# HELP") {
            guard let space = line.lastIndex(of: " ") else { continue }
            lines[String(line[..<space])] = String(line[line.index(after: space)...])
        }
        return lines
    }
}

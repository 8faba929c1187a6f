import PolicyEngine
import Testing

@Suite("Trust servers")
struct TrustServerTests {
    @Test(
        "a URL has one spelling",
        arguments: [
            ("https://notary.docker.io", "https://notary.docker.io", false),
            ("HTTPS://Quay.io:443/", "https://quay.io", false),
            ("https://a.example.com:4443/trust//", "https://a.example.com:4443/trust", false),
            ("http://a.example.com:443", "http://a.example.com:443", false),
            ("http://localhost:4443", "http://localhost:4443", true),
            ("http://127.0.0.1:4443", "http://127.0.0.1:4443", true),
            ("http://127.9.9.9", "http://127.9.9.9", true),
            ("http://[::1]:4443", "http://[::1]:4443", true),
            ("http://127.0.0.1.evil.com", "http://127.0.0.1.evil.com", false),
            ("http://localhost.evil.com", "http://localhost.evil.com", false),
        ]
    )
    func spelling(text: String, url: String, isLoopback: Bool) throws {
        let server = try TrustServer(parsing: text)
        #expect(server.url == url)
        #expect(server.isLoopback == isLoopback)
    }

    @Test("plain HTTP to another machine is a warning, to this one it is not")
    func warning() throws {
        for (host, count) in [("notary.example.com", 1), ("localhost:4443", 0)] {
            let trust = "{trust: {enabled: true, trustServer: \"http://\(host)\"}}"
            let plan = Fixtures.plan(
                try Fixtures.pod("nginx"),
                Fixtures.cluster([("*", trust)])
            )
            #expect(plan.warnings.count == count)
        }
    }

    @Test("Docker Hub and Quay have known servers, others must be named")
    func known() throws {
        let policy = Fixtures.cluster([("*", "{trust: {enabled: true}}")])
        let plan = Fixtures.plan(try Fixtures.pod("nginx", "quay.io/a/b", "x.com/a"), policy)
        #expect(
            plan.questions.map(\.server.url) == ["https://notary.docker.io", "https://quay.io"]
        )
        let last = plan.decision(with: [:]).reasons.last
        #expect(last?.code == .policyIncomplete)
        #expect(last?.text == "no trust server is known for x.com; set trustServer")
    }
}

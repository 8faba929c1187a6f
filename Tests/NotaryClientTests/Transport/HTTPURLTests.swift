import NotaryClient
import Testing

@Suite struct HTTPURLTests {
    @Test(
        "a URL is read into its parts",
        arguments: [
            ("https://notary.example.com", "https://notary.example.com", 443, ""),
            (
                "HTTPS://Notary.Example.com:4443/a/b//", "https://notary.example.com:4443", 4443,
                "/a/b"
            ),
            ("https://quay.io:443", "https://quay.io", 443, ""),
            ("http://[::1]:80/", "http://[::1]", 80, ""),
            ("http://127.0.0.1:8080?x=y", "http://127.0.0.1:8080", 8080, ""),
        ]
    )
    func parts(_ text: String, _ origin: String, _ port: Int, _ path: String) throws {
        let url = try HTTPURL(parsing: text)
        #expect(url.origin == origin)
        #expect(url.port == port)
        #expect(url.path == path)
    }

    @Test(
        "what is not an absolute http(s) URL of a host is refused",
        arguments: [
            "", "notary.example.com", "ftp://x", "https://", "https://:443", "https://x:0",
            "https://x:70000", "https://x:+1", "https://user:secret@x", "https://x#y",
            "https://x y", "https://x\\y", "https://x\n", "https://\u{e9}", "https://[::1",
            "https://a%2eb",
        ]
    )
    func refused(_ text: String) {
        #expect(throws: HTTPURLError.self) { try HTTPURL(parsing: text) }
    }

    @Test("a password in a URL is not repeated in the error")
    func passwordIsNotShown() {
        let error = #expect(throws: HTTPURLError.self) {
            try HTTPURL(parsing: "https://user:secret@notary.example.com/x")
        }
        #expect(error?.description.contains("secret") == false)
        #expect(error?.description.contains("notary.example.com") == true)
    }

    @Test(
        "only literals of 127.0.0.0/8, ::1 and localhost are this machine",
        arguments: [
            ("http://127.0.0.1", true), ("http://127.9.9.9", true), ("http://localhost:1", true),
            ("http://[::1]", true), ("http://127.0.0.1.evil.example", false),
            ("http://127.evil", false), ("http://localhost.evil", false),
            ("http://10.0.0.1", false),
        ]
    )
    func loopback(_ text: String, _ expected: Bool) throws {
        #expect(try HTTPURL(parsing: text).isLoopback == expected)
    }
}

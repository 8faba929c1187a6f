import HTTPService
import Testing

@Suite("Listen addresses")
struct ListenAddressTests {
    @Test(
        "host and port are read",
        arguments: [
            ("127.0.0.1:4443", "127.0.0.1", 4443), ("localhost:0", "localhost", 0),
            ("[::1]:80", "::1", 80), (":8443", "::", 8443),
        ]
    )
    func parses(text: String, host: String, port: Int) throws {
        #expect(try ListenAddress(parsing: text) == ListenAddress(host: host, port: port))
    }

    @Test(
        "what is no address is refused by name",
        arguments: ["", "4443", "host", "host:", "host:x", "host:70000", "::1:80", "host:-1"]
    )
    func refuses(text: String) {
        #expect(throws: ListenerError.malformedAddress(text)) {
            try ListenAddress(parsing: text)
        }
    }

    @Test("loopback is known", arguments: ["127.0.0.1", "127.8.9.10", "::1", "localhost"])
    func isLoopback(host: String) {
        #expect(ListenAddress(host: host, port: 1).isLoopback)
    }

    @Test(
        "what only looks like loopback is not",
        arguments: ["0.0.0.0", "::", "127.example.com", "10.127.0.1", "localhost.example.com"]
    )
    func isNotLoopback(host: String) {
        #expect(!ListenAddress(host: host, port: 1).isLoopback)
    }

    @Test("an IPv6 address is written in brackets")
    func description() {
        #expect("\(ListenAddress(host: "::1", port: 80))" == "[::1]:80")
    }
}

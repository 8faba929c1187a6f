import NIOHTTP1
import Testing

@testable import HTTPService

@Suite("Plain requests")
struct PlainRequestTests {
    private func request(
        _ method: HTTPMethod = .GET,
        version: HTTPVersion = .http1_1,
        headers: HTTPHeaders
    ) -> PlainRequest? {
        PlainRequest(
            HTTPRequestHead(version: version, method: method, uri: "/x", headers: headers)
        )
    }

    @Test("GET and HEAD with fields that change nothing are plain")
    func plain() {
        let headers: HTTPHeaders = [
            "HOST": "a", "User-Agent": "b", "Accept": "*/*", "Accept-Encoding": "gzip",
            "Cache-Control": "no-cache", "X-Forwarded-For": "10.0.0.1", "Connection": "Keep-Alive",
        ]
        #expect(request(headers: headers)?.method == .get)
        #expect(request(.HEAD, headers: headers)?.method == .head)
        #expect(request(headers: headers)?.target == "/x")
    }

    @Test(
        "a field that may change the answer, or is not known, is not plain",
        arguments: [
            ("Connection", "close"), ("Connection", "keep-alive, close"), ("Connection", "Upgrade"),
            ("Expect", "100-continue"), ("Content-Length", "0"), ("Transfer-Encoding", "chunked"),
            ("Upgrade", "h2c"), ("If-None-Match", "*"), ("If-Modified-Since", "x"),
            ("Authorization", "Bearer x"), ("Range", "bytes=0-1"), ("X-Request-Id", "1"),
            ("Host", "other"), ("Hos\u{14}", "x"), ("", "x"),
        ]
    )
    func notPlain(name: String, value: String) {
        var headers: HTTPHeaders = ["Host": "a"]
        headers.add(name: name, value: value)
        #expect(request(headers: headers) == nil)
    }

    @Test("other methods and versions, and a request without its host, are not plain")
    func others() {
        for method in [HTTPMethod.POST, .PUT, .DELETE, .OPTIONS, .PATCH, .RAW(value: "GETX")] {
            #expect(request(method, headers: ["Host": "a"]) == nil)
        }
        #expect(request(version: .http1_0, headers: ["Host": "a"]) == nil)
        #expect(request(headers: [:]) == nil)
    }
}

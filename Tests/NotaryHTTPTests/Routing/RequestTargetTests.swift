import Testing

@testable import NotaryHTTP

@Suite("Request targets")
struct RequestTargetTests {
    @Test(
        "path and query are taken apart and decoded",
        arguments: [
            ("/v2/a%2Fb?x=1", "/v2/a/b", "x=1"), ("/v2/a+b%20c", "/v2/a+b c", nil),
            ("/v2/?a?b", "/v2/", "a?b"), ("/a#b?c#d", "/a#b", "c#d"), ("", "", nil),
        ]
    )
    func decoded(text: String, path: String, query: String?) throws {
        let target = try #require(RequestTarget(text))
        #expect(String(decoding: target.path, as: UTF8.self) == path)
        #expect(target.query == query)
    }

    @Test("a broken escape is no target", arguments: ["/%", "/%4", "/%zz", "/a%2"])
    func broken(text: String) {
        #expect(RequestTarget(text) == nil)
    }

    @Test(
        "a path with empty or dot segments has a clean address",
        arguments: [
            ("/v2//a", "/v2/a"), ("/a/../b?q=%20", "/b?q=%20"), ("/a/./b/", "/a/b/"),
            ("/a/%2e%2e/%2E/b", "/b"), ("/../..", "/"), ("*", "/*".replacing("*", with: "%2A")),
            ("/v2/a!(b)'~é//c", "/v2/a%21%28b%29%27~%C3%A9/c"),
            ("//evil.example/x", "/evil.example/x"), ("/v2//#x", "/v2/%23x"),
        ]
    )
    func cleaned(text: String, location: String) throws {
        #expect(try #require(RequestTarget(text)).cleanedLocation == location)
    }

    @Test("a clean path stays where it is", arguments: ["/", "/v2/", "/a/b", "/a..b/...", "/.a"])
    func clean(text: String) throws {
        #expect(try #require(RequestTarget(text)).cleanedLocation == nil)
    }
}

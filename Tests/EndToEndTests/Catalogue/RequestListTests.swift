import Testing

/// The reader of request lists.
@Suite struct RequestListTests {
    @Test("a line is each of its methods with each of its alternatives, its headers and its body")
    func expansion() {
        let list = RequestList(
            """
            # a comment
            GET,PUT /{a,b}/$(root)
                Range: bytes=0-3
                < one\\r\\n
                < $(x*3)
            HEAD /{,c}
            """
        )
        let requests = list.requests(with: ["root": "abc"])
        #expect(
            requests.map(\.target)
                == ["/a/abc", "/b/abc", "/a/abc", "/b/abc", "/", "/c"]
        )
        #expect(requests.map(\.method) == ["GET", "GET", "PUT", "PUT", "HEAD", "HEAD"])
        #expect(requests[0].headers.map(\.value) == ["bytes=0-3"])
        #expect(requests[0].body == Array("one\r\nxxx".utf8))
        #expect(requests[0].name.hasPrefix("GET /a/$(root) [Range: bytes=0-3] < "))
        #expect(requests[5].headers.isEmpty)
        #expect(requests[5].body == nil)
    }
}

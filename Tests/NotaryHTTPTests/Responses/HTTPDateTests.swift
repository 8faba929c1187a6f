import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("HTTP dates")
struct HTTPDateTests {
    @Test(
        "a time is written in GMT, without its fraction",
        arguments: [
            ("1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("2026-11-23T05:30:10.674281833Z", "Mon, 23 Nov 2026 05:30:10 GMT"),
            ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
            ("2024-02-29T23:00:00-02:00", "Fri, 01 Mar 2024 01:00:00 GMT"),
        ]
    )
    func text(time: String, expected: String) throws {
        #expect(HTTPDate.text(try #require(UTCTime(rfc3339: time))) == expected)
    }
}

import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Reading HTTP dates")
struct HTTPDateParsingTests {
    @Test(
        "the three forms of RFC 9110 are read",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"),
            ("Monday, 23-Nov-26 05:30:10 GMT", "2026-11-23T05:30:10Z"),
            ("Thu, 29 Feb 2024 23:59:59 GMT", "2024-02-29T23:59:59Z"),
        ]
    )
    func read(text: String, expected: String) {
        #expect(HTTPDate.time(text) == UTCTime(rfc3339: expected))
    }

    @Test(
        "what is no HTTP date is none",
        arguments: [
            "", "yesterday", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 08:49:37 +0000",
            "Sun, 31 Feb 2026 08:49:37 GMT", "Sun, 06 Now 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT",
            "Sunday, 06-Nov-1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 UTC",
            "1994-11-06T08:49:37Z", "Sun 06 Nov 1994 08:49:37 GMT",
        ]
    )
    func notRead(text: String) {
        #expect(HTTPDate.time(text) == nil)
    }
}

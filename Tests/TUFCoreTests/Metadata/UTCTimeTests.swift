import Testing

@testable import TUFCore

/// Times of RFC 3339.
@Suite struct UTCTimeTests {
    @Test(
        "a time is read and written as Go does",
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00Z"),
            ("2029-11-22T05:30:10.619671963Z", 1_890_019_810, 619_671_963, nil),
            ("2029-11-22T05:30:10.500+01:30", 1_890_014_410, 500_000_000, "2029-11-22T04:00:10.5Z"),
            ("2000-02-29T23:59:59-00:01", 951_868_859, 0, "2000-03-01T00:00:59Z"),
            ("1969-12-31T23:59:59.9Z", -1, 900_000_000, nil), ("0000-01-01T00:00:00Z", nil, 0, nil),
            ("9999-12-31T23:59:59.999999999Z", nil, 999_999_999, nil),
        ] as [(String, Int?, Int, String?)]
    )
    func readAndWritten(text: String, seconds: Int?, nanoseconds: Int, written: String?) throws {
        let time = try #require(UTCTime(rfc3339: text))
        if let seconds { #expect(time.seconds == seconds) }
        #expect(time.nanoseconds == nanoseconds)
        #expect(time.description == written ?? text)
    }

    @Test(
        "a time that does not exist, or is written otherwise, is refused",
        arguments: [
            "", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-30T00:00:00Z",
            "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
            "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
            "2016-12-31T23:59:60Z", "2026-01-01T00:00:00", "2026-01-01 00:00:00Z", "2026-01-01",
            "2026-1-1T00:00:00Z", "26-01-01T00:00:00Z", "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00.0000000000Z", "2026-01-01T00:00:00,5Z", "2026-01-01T00:00:00+1:00",
            "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+0100", "2026-01-01T00:00:00ZZ",
            " 2026-01-01T00:00:00Z", "+2026-01-01T00:00:00Z", "2026-01-01T00:00:00\u{2212}01:00",
        ]
    )
    func refused(text: String) {
        #expect(UTCTime(rfc3339: text) == nil)
    }

    @Test("times are ordered by moment, and seconds are added across midnight and 1970")
    func order() throws {
        let time = try #require(UTCTime(rfc3339: "1969-12-31T23:59:59.5Z"))
        #expect(time.adding(seconds: 1).description == "1970-01-01T00:00:00.5Z")
        #expect(time < time.adding(seconds: 1))
        #expect(time < UTCTime(seconds: -1, nanoseconds: 600_000_000))
        #expect(
            UTCTime(seconds: 0, nanoseconds: -1) == UTCTime(seconds: -1, nanoseconds: 999_999_999)
        )
        #expect(time == UTCTime(rfc3339: "1970-01-01T00:59:59.5+01:00"))
    }
}

import HTTPService
import Testing

@Suite("Lengths of time on the command line")
struct TimeSpanTests {
    @Test(
        "are a number and a unit",
        arguments: [("0s", 0), ("90s", 90), ("15m", 900), ("12h", 43_200), ("14d", 1_209_600)]
    )
    func reads(text: String, seconds: Int) {
        #expect(TimeSpan(text)?.seconds == seconds)
    }

    @Test(
        "are nothing else",
        arguments: [
            "", "s", "14", "-1s", "+1s", "1.5h", "1 d", "d1", "1D", "1w", "1h30m", "1000000d",
            "9223372036854775807s", "99999999999999999999s", "\u{661}s",
        ]
    )
    func refuses(text: String) {
        #expect(TimeSpan(text) == nil)
    }

    @Test("are written in the largest unit that fits", arguments: ["90s", "15m", "12h", "14d"])
    func writes(text: String) {
        #expect(TimeSpan(text)?.description == text)
    }
}

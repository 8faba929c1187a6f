import HTTPService
import Testing

@Suite("Numbers of bytes on the command line")
struct ByteCountTests {
    @Test(
        "are a number, with a unit or without",
        arguments: [
            ("0", 0), ("4096", 4096), ("64KiB", 65_536), ("1MiB", 1 << 20), ("2GiB", 2 << 30),
        ]
    )
    func reads(text: String, bytes: Int) {
        #expect(ByteCount(text)?.bytes == bytes)
    }

    @Test(
        "are nothing else",
        arguments: [
            "", "KiB", "-1", "+1", "1.5MiB", "1 MiB", "1MB", "1M", "1mib",
            "9223372036854775808", "9223372036854775807GiB", "\u{661}",
        ]
    )
    func refuses(text: String) {
        #expect(ByteCount(text) == nil)
    }

    @Test(
        "are written in the largest unit that fits",
        arguments: ["1000", "64KiB", "3MiB", "1GiB"]
    )
    func writes(text: String) {
        #expect(ByteCount(text)?.description == text)
    }
}

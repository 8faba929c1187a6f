import Testing

@testable import NotaryHTTP

@Suite("Texts as Go quotes them")
struct GoStringTests {
    @Test(
        "what cannot be printed is escaped",
        arguments: [
            ("plain", #""plain""#), (#"a"b\"#, #""a\"b\\""#),
            ("é ü \u{1F600}", "\"é ü \u{1F600}\""),
            ("\r\n\t\u{7}\u{8}\u{b}\u{c}", #""\r\n\t\a\b\v\f""#),
            ("\u{0}\u{1f}\u{7f}", #""\x00\x1f\x7f""#),
            (
                "\u{80}\u{a0}\u{ad}\u{200b}\u{2028}\u{feff}",
                #""\u0080\u00a0\u00ad\u200b\u2028\ufeff""#
            ),
            ("\u{e0001}", #""\U000e0001""#),
        ]
    )
    func quoted(text: String, result: String) {
        #expect(GoString.quoted(text) == result)
        #expect(GoString.quoted(bytes: Array(text.utf8)) == result)
    }

    @Test("bytes that are no UTF-8 are escaped one by one")
    func noUTF8() {
        let bytes: [UInt8] = [0x61, 0xff, 0xc3, 0xa9, 0xc3, 0x22, 0xed, 0xa0, 0x80]
        #expect(GoString.quoted(bytes: bytes) == #""a\xffé\xc3\"\xed\xa0\x80""#)
    }
}

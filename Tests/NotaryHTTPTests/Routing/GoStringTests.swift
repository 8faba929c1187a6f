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
    }
}

import Testing

/// What the other guards rely on: nothing in a comment or a string is taken for code.
@Suite struct MaskedCodeTests {
    @Test(
        "comments are blanked and strings filled, what is interpolated stays",
        arguments: [
            ("a // b", "a     "), ("a /* b /* c */ d */ e", "a                   e"),
            ("\"a\" + b", "\"~\" + b"), ("\"\\\"a\" + b", "\"~~~\" + b"),
            ("\"a\\(b(c))d\" + e", "\"~\\(b(c))~\" + e"),
            ("\"\\(a[\"b\"])\"", "\"\\(a[\"~\"])\""),
            ("#\"a\"b\\(c)\"# + d", "#\"~~~~~~~\"# + d"),
            ("#\"\\#(a)b\"#", "#\"\\#(a)~\"#"),
            ("\"\"\"\na\"b\n\"\"\" + c", "\"\"\"\n~~~\n\"\"\" + c"),
            ("#if A", "#if A"), ("#/a{\"/# + b", "#/~~~/# + b"), ("\"//\" // x", "\"~~\"     "),
        ]
    )
    func masked(text: String, expected: String) {
        #expect(MaskedCode(text).text == expected)
    }

    @Test(
        "code that ends in the middle is read to its end",
        arguments: ["\"a", "/* a", "\"\\(", "#"]
    )
    func unfinished(text: String) {
        #expect(MaskedCode(text).bytes.count == text.utf8.count)
    }
}

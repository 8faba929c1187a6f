import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("TOML")
struct TOMLReaderTests {
    @Test("values are read as the types that TOML gives them")
    func values() throws {
        let text = #"""
            # a comment
            plain = "a \"b\" \\ \t \u00e9 \U0001F600"  # and one behind
            literal = 'C:\path'
            long = """
            one
            two \
                three""""
            raw = '''
            a\b''c'''
            "quoted key" = 1
            'literal.key' = true
            numbers = [0, -17, +1_000, 0xff, 0o17, 0b101, 3.5, -1e3, 6.02_2e+2_3]
            lists = [ ["a"], [ # here too
              'b',
            ],]
            table = { a = 1, b.c = false }
            """#
        let expected: JSON = [
            "plain": "a \"b\" \\ \t \u{e9} \u{1F600}",
            "literal": #"C:\path"#,
            "long": "one\ntwo three\"",
            "raw": "a\\b''c",
            "quoted key": 1,
            "literal.key": true,
            "numbers": [
                0, -17, 1000, 255, 15, 5, .decimal("3.5"), .decimal("-1e3"),
                .decimal("6.022e+23"),
            ],
            "lists": [["a"], ["b"]],
            "table": ["a": 1, "b": ["c": false]],
        ]
        #expect(try TOMLReader.tree(text) == expected)
    }

    @Test("tables are put together from headers and dotted keys")
    func tables() throws {
        let text = """
            top.level = 1\r
            [a.b.c]
            x = 1
            [a]
            y.z = 2
            y.w = 3
            [[a.list]]
            n = 1
            [[a.list]]
            n = 2
            [a.list.deep]
            m = 3
            """
        let expected: JSON = [
            "top": ["level": 1],
            "a": [
                "b": ["c": ["x": 1]],
                "y": ["z": 2, "w": 3],
                "list": [["n": 1], ["n": 2, "deep": ["m": 3]]],
            ],
        ]
        #expect(try TOMLReader.tree(text) == expected)
        #expect(try TOMLReader.tree("") == [:])
    }

    @Test(
        "what is not TOML is refused with its line",
        arguments: [
            ("a = 1\nb", 2, "`=`"), ("a = ", 1, "expected a value"), ("= 1", 1, "expected a key"),
            ("a = 1\na = 2", 2, "`a` again"), ("[a]\n[a]", 2, "`a` again"),
            ("a = 1\n[a]", 2, "`a` again"), ("a = 1\n[a.b]", 2, "open table"),
            ("a.b = 1\n[a]", 2, "`a` again"), ("[a.b]\nx = 1\n[a]\nb.y = 2", 4, "open table"),
            ("a = {b = 1}\n[a.c]", 2, "open table"), ("[[a]]\n[a]", 2, "`a` again"),
            ("a = {b = 1, }", 1, "expected a key"), ("a = {b = 1", 1, "`}`"),
            ("a = [1 2]", 1, "`,` or `]`"), ("a = \"x", 1, "end of the string"),
            ("a = \"x\ny\"", 1, "end of the string"), ("a = \"\\q\"", 1, "after a backslash"),
            ("a = \"\\ud800\"", 1, "hexadecimal"), ("a = '''x", 1, "end of the string"),
            ("a = 01", 1, "`01`"), ("a = 1__0", 1, "`1__0`"), ("a = 1.", 1, "`1.`"),
            ("a = 1e", 1, "`1e`"), ("a = 0x", 1, "`0x`"), ("a = yes", 1, "`yes`"),
            ("a = 9223372036854775808", 1, "`9223372036854775808`"),
            ("a = 2026-11-26", 1, "`2026-11-26`"), ("a = inf", 1, "`inf`"),
            ("[a", 1, "`]`"), ("[a] b = 1", 1, "end of the line"), ("a = 1 b = 2", 1, "end of"),
            ("a = 1 # \u{1}", 1, "end of the line"), ("a.b.", 1, "expected a key"),
        ]
    )
    func refused(text: String, line: Int, message: String) throws {
        let error = #expect(throws: ConfigurationSyntaxError.self) { try TOMLReader.tree(text) }
        #expect(error?.line == line)
        #expect(error.map { "\($0)".contains(message) } == true, "\(error.map { "\($0)" } ?? "")")
    }

    @Test("lists within lists without end are refused")
    func depth() {
        let text = "a = " + String(repeating: "[", count: 10_000)
        #expect(throws: ConfigurationSyntaxError.self) { try TOMLReader.tree(text) }
    }
}

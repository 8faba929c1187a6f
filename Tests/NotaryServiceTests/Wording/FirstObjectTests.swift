import Testing

@testable import NotaryService

@Suite("The object at the start of a text")
struct FirstObjectTests {
    @Test(
        "it ends with its brace, and what follows is told",
        arguments: [
            ("{}", "{}", nil), (" {\"a\":[{}]} \n", "{\"a\":[{}]}", nil),
            (#"{"a":"}\"}"}x"#, #"{"a":"}\"}"}"#, "x" as Character?), ("{}{}", "{}", "{"),
            ("{}\r\n é", "{}", "é"),
        ]
    )
    func found(text: String, object: String, next: Character?) throws {
        let first = try #require(FirstObject(of: Array(text.utf8)))
        #expect(String(decoding: first.bytes, as: UTF8.self) == object)
        #expect(first.next == next)
    }

    @Test(
        "without an end, or of another kind, it is none",
        arguments: ["", "{", "[]", "{\"}", "x{}"]
    )
    func none(text: String) {
        #expect(FirstObject(of: Array(text.utf8)) == nil)
    }
}

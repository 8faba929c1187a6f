import Testing

@testable import NotaryHTTP

@Suite("Media types and dispositions")
struct MediaTypeTests {
    @Test("type and parameters are read, quoted or not")
    func parameters() throws {
        let type = try #require(
            MediaType(#" Form-Data ; Name="files"; filename="targets/\"a\"\b" ; x=1;"#)
        )
        #expect(type.type == "form-data")
        #expect(
            type.parameters == ["name": "files", "filename": #"targets/"a"\b"#, "x": "1"]
        )
    }

    @Test("spaces around the parts are those of Unicode, as in Go")
    func spaces() throws {
        let type = try #require(MediaType("a/b\u{a0};\u{2003}x=1\u{85}; Y=\"é\" "))
        #expect(type.type == "a/b")
        #expect(type.parameters == ["x": "1", "y": "é"])
    }

    @Test(
        "what has not the form is refused",
        arguments: [
            "", ";a=b", "a/b/c", "a; b", "a; b=", "a; =c", "a; b=\"c", "a; b=c; B=d", "a b; c=d",
            "a; b=c d",
        ]
    )
    func malformed(text: String) {
        #expect(MediaType(text) == nil)
    }
}

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

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
        "the forms of RFC 2231 are read, and what cannot be read of them stands for nothing",
        arguments: [
            ("filename*=UTF-8''ro%6Ft", "root"), ("filename*=us-ascii'en'root", "root"),
            ("filename=targets; filename*=utf-8''root", "root"),
            ("filename=root; filename*=latin-1''targets", "root"),
            ("filename=root; filename*=''targets", "root"),
            ("filename=root; filename*=utf-8'targets", "root"),
            ("filename=root; filename*=utf-8''%zz", "root"),
            ("filename*1=ot; filename*0=ro", "root"),
            ("filename*0*=utf-8''r%6F; filename*1=o; filename*2*=%74", "root"),
            ("filename*0=ro; filename*1*=%6; filename*2=ot", "root"),
            ("filename*0=root; filename*2=x", "root"),
            ("filename*0*=x; filename*1=root", "root"), ("filename=root; filename*1=x", "root"),
            ("Filename*=UTF-8''root", "root"), ("filename*01=root", nil),
            ("filename*=utf-8''ro'ot", "ro'ot"),
        ] as [(String, String?)]
    )
    func extended(parameters: String, fileName: String?) {
        #expect(MediaType("form-data; \(parameters)")?.parameters["filename"] == fileName)
    }

    @Test("a mark upon a quote does not hide it")
    func combiningCharacters() {
        #expect(MediaType("a; b=\"\u{301}c\"")?.parameters["b"] == "\u{301}c")
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

import Testing

@testable import TUFCore

/// Writing values that code has built.
@Suite struct JSONWritingTests {
    @Test("text keeps the order of members, canonical form sorts them by bytes")
    func order() throws {
        let value: JSON = ["b": 1, "a": ["x", true, nil, -5], "B": ["z": 1, "\u{e9}": 2, "e": 3]]
        let text = #"{"b":1,"a":["x",true,null,-5],"B":{"z":1,"é":2,"e":3}}"#
        let canonical = #"{"B":{"e":3,"z":1,"é":2},"a":["x",true,null,-5],"b":1}"#
        #expect(String(decoding: value.serialized(), as: UTF8.self) == text)
        #expect(try String(decoding: value.canonicalBytes(), as: UTF8.self) == canonical)
    }

    @Test("text escapes control characters, canonical form does not; both leave <>& alone")
    func escapes() throws {
        let value = JSON.string("\"\\/<>&\u{8}\t\n\u{c}\r\u{1}\u{1f}\u{7f}\u{2028}")
        let text = "\"\\\"\\\\/<>&\\b\\t\\n\\f\\r\\u0001\\u001f\u{7f}\u{2028}\""
        let canonical = "\"\\\"\\\\/<>&\u{8}\t\n\u{c}\r\u{1}\u{1f}\u{7f}\u{2028}\""
        #expect(value.serialized() == Array(text.utf8))
        #expect(try value.canonicalBytes() == Array(canonical.utf8))
    }

    @Test("a decimal is written as it is, and has no canonical form")
    func decimal() throws {
        let value: JSON = ["a": .decimal("1.50")]
        #expect(value.serialized() == Array(#"{"a":1.50}"#.utf8))
        #expect(throws: JSONError.notAnInteger("1.50", offset: nil)) {
            try value.canonicalBytes()
        }
    }

    @Test("two members of one name have no canonical form; names that only look alike have")
    func duplicates() throws {
        let alike = JSON.object([
            JSON.Member(name: "e\u{301}", value: 1), JSON.Member(name: "\u{e9}", value: 2),
        ])
        #expect(try alike.canonicalBytes() == Array("{\"e\u{301}\":1,\"\u{e9}\":2}".utf8))
        let same = JSON.object([
            JSON.Member(name: "a", value: 1), JSON.Member(name: "b", value: 2),
            JSON.Member(name: "a", value: 1),
        ])
        #expect(throws: JSONError.duplicateName("a", offset: nil)) { try same.canonicalBytes() }
    }

    @Test("integers of every size are written in full", arguments: [0, -1, .max, .min])
    func integers(number: Int) throws {
        let bytes = JSON.integer(number).serialized()
        #expect(try JSON.integer(number).canonicalBytes() == bytes)
        let read = try JSONDocument(parsing: bytes, limits: .untrustedMetadata).root
        #expect(read.integer == number)
        #expect(read.isCanonical)
    }

    @Test("a value is hashed as it is written, wherever a full buffer cuts it")
    func hashedInParts() throws {
        let members = (0..<2_000).map { #" "name\#(10_000 + $0)" : "text" "# }
        let names = members.joined(separator: ",")
        for length in 0..<80 {
            let first = String(repeating: "x", count: length)
            let text = #"{ "a" : "\#(first)", "b": {\#(names)}, "c": ["\#(first)", 1] }"#
            let read = try JSONDocument(parsing: Array(text.utf8), limits: .untrustedMetadata).root
            let digest = HashAlgorithm.sha256.digest(of: try read.canonicalBytes())
            #expect(try read.canonicalDigest(.sha256) == digest)
            #expect(try read.canonicalDigest(.sha256, buffering: 1 + length) == digest)
        }
    }
}

import Testing

@testable import TUFCore

/// Reading a document through its cursors.
@Suite struct JSONValueTests {
    private func root(_ text: String) throws -> JSONValue {
        try JSONDocument(parsing: Array(text.utf8), limits: .admissionReview).root
    }

    @Test("each value has one kind and answers for that kind only")
    func kinds() throws {
        let values = Array(try root(#"[{"a":1},[1,2],"s",-7,1.5,true,false,null]"#).elements)
        #expect(
            values.map(\.kind) == [
                .object, .array, .string, .integer, .decimal, .boolean, .boolean, .null,
            ]
        )
        #expect(values.map(\.count) == [1, 2, 0, 0, 0, 0, 0, 0])
        #expect(values.map(\.string) == [nil, nil, "s", nil, nil, nil, nil, nil])
        #expect(values.map(\.integer) == [nil, nil, nil, -7, nil, nil, nil, nil])
        #expect(values.map(\.boolean) == [nil, nil, nil, nil, nil, true, false, nil])
        #expect(values.map(\.isNull) == [false, false, false, false, false, false, false, true])
        #expect(values.map { Array($0.members).count } == [1, 0, 0, 0, 0, 0, 0, 0])
        #expect(values.map { Array($0.elements).count } == [0, 2, 0, 0, 0, 0, 0, 0])
        #expect(values.map { $0["a"] == nil } == [false] + Array(repeating: true, count: 7))
    }

    @Test("members come in the order they are written, and are found by name")
    func members() throws {
        let object = try root(#"{"b":{"x":[1,{"y":2}]},"a":"é","":3,"c\n":4}"#)
        #expect(object.members.map(\.name) == ["b", "a", "", "c\n"])
        #expect(object["b"]?["x"]?.elements.map(\.count) == [0, 1])
        #expect(object["a"]?.string == "é")
        #expect(object[""]?.integer == 3)
        #expect(object["c\n"]?.integer == 4)
        #expect(object["x"] == nil)
        #expect(object["c"] == nil)
    }

    @Test("names are compared byte by byte, not by character")
    func namesAreBytes() throws {
        let object = try root("{\"e\u{301}\":1,\"\u{e9}\":2}")
        #expect(object["e\u{301}"]?.integer == 1)
        #expect(object["\u{e9}"]?.integer == 2)
        #expect(try root("{\"e\u{301}\":1}")["\u{e9}"] == nil)
    }

    @Test("the range of a value holds its text as written, brackets and quotes included")
    func ranges() throws {
        let text = #" { "a" : [ 1 ,"x\ty" ] , "b":-0.5 , "c":true } "#
        let value = try root(text)
        func written(_ value: JSONValue?) throws -> String {
            String(decoding: try Array(text.utf8)[#require(value).byteRange], as: UTF8.self)
        }
        #expect(try written(value) == text.trimmingPrefix(" ").dropLast())
        #expect(try written(value["a"]) == #"[ 1 ,"x\ty" ]"#)
        #expect(try value["a"]?.elements.map { try written($0) } == ["1", #""x\ty""#])
        #expect(try written(value["b"]) == "-0.5")
        #expect(try written(value["c"]) == "true")
    }

    @Test("a canonical value inside one that is not is known as canonical")
    func canonicalInside() throws {
        let value = try root(#"{"signed":{"a":[1,"\""],"b":{}},"a":{"x":"\u003c"}}"#)
        #expect(!value.isCanonical)
        #expect(value["signed"]?.isCanonical == true)
        #expect(value["a"]?.isCanonical == false)
        #expect(try value["a"]?.canonicalBytes() == Array(#"{"x":"<"}"#.utf8))
        let whole = #"{"a":{"x":"<"},"signed":{"a":[1,"\""],"b":{}}}"#
        #expect(try value.canonicalBytes() == Array(whole.utf8))
    }

    @Test("a value keeps its document alive, and a tree needs none")
    func lifetime() throws {
        let inner = try root(#"{"a":{"b":"text"}}"#)["a"]
        #expect(inner?["b"]?.string == "text")
        #expect(inner?.tree == ["b": "text"])
    }
}

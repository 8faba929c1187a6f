import TUFCore
import Testing

/// Looking at the kinds of many values at once.
@Suite struct TableTests {
    private static let record = JSONRecord(["length": .integer, "hashes": .base64Table])

    @Test(
        "an object is a table when each member is null or a record",
        arguments: [
            ("{}", true), (#"{"a":null}"#, true), (#"{"a":{}}"#, true), ("[]", false),
            (#"{"a":1}"#, false), (#"{"a":[]}"#, false), (#"{"a":"x"}"#, false),
            (#"{"a":{"length":1,"hashes":{"x":"YQ==","y":null}},"b":{"length":-0}}"#, true),
            (#"{"a":{"length":null,"hashes":null,"custom":[1.5]}}"#, true),
            (#"{"a":{"length":1},"b":{"length":"1"}}"#, false),
            (#"{"a":{"length":1.0}}"#, false), (#"{"a":{"length":99999999999999999999}}"#, false),
            (#"{"a":{"hashes":[]}}"#, false), (#"{"a":{"hashes":{"x":1}}}"#, false),
            (#"{"a":{"h\u0061shes":{"x":1}}}"#, false), (#"{"a":{"hashex":{"x":1}}}"#, true),
        ]
    )
    func tables(text: String, isTable: Bool) throws {
        #expect(try value(text).isTable(of: Self.record) == isTable)
    }

    @Test(
        "texts of a table are base64, of any length and with escapes",
        arguments: [
            ("", true), ("YQ==", true), ("YWE=", true), (#"Y\u0051=="#, true),
            (#"YQ\n=="#, true), ("YQ", false), ("YQ=", false), ("Y===", false), ("YQ==YQ==", false),
            ("*Q==", false), (#"\u002aQ=="#, false), ("é===", false),
        ]
    )
    func base64(text: String, isTaken: Bool) throws {
        let table = try value(#"{"a":{"hashes":{"x":"\#(text)"}}}"#)
        #expect(table.isTable(of: Self.record) == isTaken)
    }

    @Test("a byte that is none of base64 is found wherever it stands", arguments: [16, 44, 88])
    func everyPosition(length: Int) throws {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for character in "@[`{*,-.:_" {
            for position in 0..<length {
                var text = Array(String(repeating: alphabet, count: 2).prefix(length))
                let good = try value(#"{"a":{"hashes":{"x":"\#(String(text))"}}}"#)
                text[position] = character
                let bad = try value(#"{"a":{"hashes":{"x":"\#(String(text))"}}}"#)
                #expect(good.isTable(of: Self.record))
                #expect(!bad.isTable(of: Self.record), "\(character) \(position)")
            }
        }
    }

    @Test(
        "integers are exact that floating point has too",
        arguments: [
            ("[1,{\"a\":9007199254740992}]", true), ("[[9007199254740993]]", false),
            ("9007199254740994", true), ("-9007199254740993", false),
            ("9223372036854775807", false), ("-9223372036854775808", true), ("[1.5,1e9]", true),
            ("{\"9007199254740993\":\"9007199254740993\"}", true),
        ]
    )
    func exactIntegers(text: String, isExact: Bool) throws {
        #expect(try value(text).hasOnlyExactIntegers == isExact)
    }

    @Test("only the value itself is looked at for integers")
    func within() throws {
        let outer = try value(#"{"a":1,"b":9007199254740993}"#)
        #expect(outer["a"]?.hasOnlyExactIntegers == true)
        #expect(outer["b"]?.hasOnlyExactIntegers == false)
    }

    private func value(_ text: String) throws -> JSONValue {
        try JSONDocument(parsing: Array(text.utf8), limits: .untrustedMetadata).root
    }
}

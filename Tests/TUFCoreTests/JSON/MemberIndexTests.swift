import Testing

@testable import TUFCore

/// Members are found the same with the index as without.
@Suite struct MemberIndexTests {
    @Test("each member is found, and no other name", arguments: [0, 1, 15, 16, 17, 1000])
    func finds(count: Int) throws {
        let members = (0..<count).map { "\"name-\($0)\":{\"length\":\($0)}" }
        let object = try Self.object("{\(members.joined(separator: ","))}")
        let index = MemberIndex(object)
        for _ in 0..<3 {
            for number in 0..<count {
                #expect(index["name-\(number)"]?["length"]?.integer == number)
            }
            #expect(index["name-\(count)"] == nil)
            #expect(index[""] == nil)
        }
    }

    @Test("names are compared as the bytes they stand for, however they are written")
    func escapedNames() throws {
        let plain = (0..<20).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
        let text = #"{"é":1,"a\u0062":2,"q\"":3,"e\u0301":4,"# + plain + "}"
        let index = MemberIndex(try Self.object(text))
        for _ in 0..<3 {
            #expect(index["\u{e9}"]?.integer == 1)
            #expect(index["e\u{301}"]?.integer == 4)
            #expect(index["ab"]?.integer == 2)
            #expect(index["q\""]?.integer == 3)
            #expect(index["n19"]?.integer == 19)
        }
    }

    private static func object(_ text: String) throws -> JSONValue {
        try JSONDocument(parsing: Array(text.utf8), limits: .untrustedMetadata).root
    }
}

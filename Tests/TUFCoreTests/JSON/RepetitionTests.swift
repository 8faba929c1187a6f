import Testing

@testable import TUFCore

/// Objects of one form in a row are read by a shorter way, which must show nowhere.
@Suite struct RepetitionTests {
    private static let entries = [
        #""hashes":{"sha256":"0a1b2c3d4e5f60718293a4b5c6d7e8f9"},"length":"#,
        #" "a" : [ 1 , "x" , true , {"k" : -3} ] , "n" : "#,
        #""b":"\n","a":"é","empty":{},"list":[],"z":"#,
    ]

    /// Seven members of an object, then seven elements of an array.
    private static func text(_ entry: String) -> [UInt8] {
        let objects = [7, 10, 0, 123_456, 5, 9, 8].map { "{\(entry)\($0)}" }
        let members = objects.enumerated().map { "\"name-\($0.offset)\":\($0.element)" }
        return Array(
            "{\"m\":{\(members.joined(separator: ","))},\"n\":[\(objects.joined(separator: ", "))]}"
                .utf8
        )
    }

    @Test("alike objects have the words they have one by one", arguments: entries)
    func unchanged(entry: String) throws {
        let text = Self.text(entry)
        #expect(try Self.words(text, luck: 64).get() == Self.words(text, luck: 0).get())
        #expect(try JSONDocument(parsing: text, limits: .untrustedMetadata).root["m"]?.count == 7)
    }

    @Test("any byte changed among alike objects has the same outcome", arguments: entries)
    func changed(entry: String) {
        let text = Self.text(entry)
        for position in text.indices {
            for byte in Array(#"{}[]",:\ 0-9.ea"#.utf8) + [0x00, 0x0A, 0x7F, 0x80, 0xC3, 0xFF] {
                var other = text
                other[position] = byte
                let same = Self.words(other, luck: 1 << 20) == Self.words(other, luck: 0)
                #expect(same, "byte \(byte) at \(position) of \(entry)")
            }
        }
    }

    @Test("a text cut among alike objects has the same outcome", arguments: entries)
    func cut(entry: String) {
        let text = Self.text(entry)
        for count in 1..<text.count {
            let part = Array(text.prefix(count))
            #expect(Self.words(part, luck: 64) == Self.words(part, luck: 0), "\(count) bytes")
        }
    }

    private static func words(_ text: [UInt8], luck: Int) -> Result<[UInt64], JSONError> {
        unsafe text.withUnsafeBufferPointer { text in
            do throws(JSONError) {
                var scanner = try unsafe JSONScanner(text, maximumDepth: 16)
                scanner.repetition.luck = luck
                try scanner.scan()
                let tape = scanner.finish()
                return .success((0..<tape.count).map { tape[$0].bits })
            } catch {
                return .failure(error)
            }
        }
    }
}

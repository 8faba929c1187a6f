/// A name or keyword in masked code, and where it stands.
struct SourceWord {
    let name: String
    /// Its line, from 1.
    let line: Int
    /// Its bytes in the code.
    let range: Range<Int>

    /// Reads all words of masked code; those within strings are none.
    static func all(in code: MaskedCode) -> [SourceWord] {
        var words: [SourceWord] = []
        var line = 1
        var start: Int?
        for (index, byte) in code.bytes.enumerated() {
            if isNamePart(byte) {
                start = start ?? index
                continue
            }
            if let begin = start {
                words.append(SourceWord(begin..<index, on: line, in: code))
                start = nil
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
        }
        if let start { words.append(SourceWord(start..<code.bytes.count, on: line, in: code)) }
        return words
    }

    private init(_ range: Range<Int>, on line: Int, in code: MaskedCode) {
        name = String(decoding: code.bytes[range], as: UTF8.self)
        self.line = line
        self.range = range
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default:
            false
        }
    }
}

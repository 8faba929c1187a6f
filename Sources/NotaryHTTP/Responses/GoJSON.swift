import TUFCore

/// JSON as Go's encoder writes it: in strings `<`, `>`, `&`, U+2028 and U+2029 are escaped.
enum GoJSON {
    /// `json` without whitespace, members in the order given.
    static func bytes(_ json: JSON) -> [UInt8] {
        let plain = json.serialized()
        // None of the five occurs outside of strings.
        guard plain.contains(where: isCandidate) else { return plain }
        let text = String(decoding: plain, as: UTF8.self)
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += Array("\\u003c".utf8)
            case ">": result += Array("\\u003e".utf8)
            case "&": result += Array("\\u0026".utf8)
            case "\u{2028}": result += Array("\\u2028".utf8)
            case "\u{2029}": result += Array("\\u2029".utf8)
            default: result += Array(UTF8.encode(scalar) ?? .init())
            }
        }
        return result
    }

    private static func isCandidate(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
            || byte == 0xe2
    }
}

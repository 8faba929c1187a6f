/// Where a function, initialiser or subscript with a body begins and ends.
struct FunctionExtent: Hashable {
    /// The line of its keyword, from 1.
    let line: Int
    /// From the keyword to the closing brace.
    let lineCount: Int

    /// Reads the functions of masked code, nested ones too.
    static func all(in code: MaskedCode) -> [FunctionExtent] {
        let text = String(decoding: code.bytes, as: UTF8.self)
        let keyword =
            #/
            \b (?: func \s+ (?: [^\s(<]+ | [<>=!&|+\-*%^~]+ ) | init [?]? | deinit | subscript )
            (?= \s* [<({] )
            /#
        return text.matches(of: keyword)
            .compactMap { match in
                let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
                if start > 0, code.bytes[start - 1] == UInt8(ascii: ".") { return nil }
                return FunctionExtent(startingAt: start, in: code.bytes)
            }
    }

    /// Nil for a requirement or a call, which have no body.
    private init?(startingAt start: Int, in bytes: [UInt8]) {
        guard
            let open = Self.body(after: start, in: bytes),
            let close = Self.end(ofBraceAt: open, in: bytes)
        else { return nil }
        let newline = UInt8(ascii: "\n")
        line = 1 + bytes[..<start].count { $0 == newline }
        lineCount = 1 + bytes[start..<close].count { $0 == newline }
    }

    /// The brace that opens the body: the first one outside brackets, before anything that shows
    /// that the declaration has ended.
    private static func body(after start: Int, in bytes: [UInt8]) -> Int? {
        var depth = 0
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["):
                depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                depth -= 1
                if depth < 0 { return nil }
            case UInt8(ascii: "{") where depth == 0:
                return index
            case UInt8(ascii: "}") where depth == 0, UInt8(ascii: ";") where depth == 0:
                return nil
            case UInt8(ascii: "\n") where depth == 0 && !continues(at: index + 1, in: bytes):
                return nil
            default:
                break
            }
            index += 1
        }
        return nil
    }

    /// Whether the line that begins here still belongs to the declaration.
    private static func continues(at index: Int, in bytes: [UInt8]) -> Bool {
        let rest = bytes[index...].drop { $0 == UInt8(ascii: " ") }
        return ["->", "throws", "async", "rethrows", "where", "{"]
            .contains {
                rest.starts(with: $0.utf8)
            }
    }

    private static func end(ofBraceAt open: Int, in bytes: [UInt8]) -> Int? {
        var depth = 0
        for index in open..<bytes.count {
            if bytes[index] == UInt8(ascii: "{") { depth += 1 }
            if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}

/// Texts as Go's `strconv.Quote` and `%q` write them.
enum GoString {
    /// `bytes` in double quotes; those that are not UTF-8 as `\xff` and so on.
    static func quoted(bytes: [UInt8]) -> String {
        var result = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            let length = (1...4)
                .first { length in
                    String(validating: rest.prefix(length), as: UTF8.self) != nil
                }
            let scalar = rest.prefix(length ?? 1)
            if length == nil {
                result += "\\x" + hex(Unicode.Scalar(scalar[scalar.startIndex]), digits: 2)
            } else {
                result += quoted(String(decoding: scalar, as: UTF8.self)).dropFirst().dropLast()
            }
            rest = rest.dropFirst(scalar.count)
        }
        return "\"\(result)\""
    }

    /// `text` in double quotes, with escapes for what cannot be printed.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{7}": result += "\\a"
            case "\u{8}": result += "\\b"
            case "\u{b}": result += "\\v"
            case "\u{c}": result += "\\f"
            case "\u{0}"..."\u{1f}", "\u{7f}": result += "\\x" + hex(scalar, digits: 2)
            case _ where !isPrintable(scalar):
                result +=
                    scalar.value > 0xFFFF
                    ? "\\U" + hex(scalar, digits: 8) : "\\u" + hex(scalar, digits: 4)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Letters, marks, numbers, punctuation, symbols, and of the spaces the plain one.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }

    private static func hex(_ scalar: Unicode.Scalar, digits: Int) -> String {
        let text = String(scalar.value, radix: 16)
        return String(repeating: "0", count: digits - text.count) + text
    }
}

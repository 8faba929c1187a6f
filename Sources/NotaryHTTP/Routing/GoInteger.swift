/// Integers as Go's `strconv.ParseInt(text, 10, 32)` reads them, with its errors.
enum GoInteger {
    /// Why a text is no 32-bit integer.
    enum Failure: Error, Hashable {
        case invalidSyntax
        case outOfRange

        /// As Go prints it.
        var text: String {
            switch self {
            case .invalidSyntax: "invalid syntax"
            case .outOfRange: "value out of range"
            }
        }
    }

    /// Reads an optional sign and decimal digits.
    static func parse32(_ text: String) throws(Failure) -> Int {
        var digits = Substring(text).utf8
        let sign = digits.first
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
        guard !digits.isEmpty else { throw .invalidSyntax }
        var magnitude = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else {
                throw .invalidSyntax
            }
            magnitude = magnitude * 10 + Int(digit - UInt8(ascii: "0"))
            guard magnitude <= Int(UInt32.max) else { throw .outOfRange }
        }
        let value = sign == UInt8(ascii: "-") ? -magnitude : magnitude
        guard Int32(exactly: value) != nil else { throw .outOfRange }
        return value
    }

    /// `text` in double quotes, as `strconv.Quote` writes it.
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
            case "\u{0}"..."\u{1f}", "\u{7f}":
                result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

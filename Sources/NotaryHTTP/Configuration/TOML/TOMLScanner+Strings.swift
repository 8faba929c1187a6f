extension TOMLScanner {
    /// A string of any of the four kinds; nil where none comes next.
    mutating func string() throws(ConfigurationSyntaxError) -> String? {
        if take("\"\"\"") { return try longString(quote: UInt8(ascii: "\""), hasEscapes: true) }
        if take("'''") { return try longString(quote: UInt8(ascii: "'"), hasEscapes: false) }
        return try lineString()
    }

    /// A string within one line; nil where none comes next.
    mutating func lineString() throws(ConfigurationSyntaxError) -> String? {
        if take("\"") { return try shortString(quote: UInt8(ascii: "\""), hasEscapes: true) }
        if take("'") { return try shortString(quote: UInt8(ascii: "'"), hasEscapes: false) }
        return nil
    }

    private mutating func shortString(
        quote: UInt8,
        hasEscapes: Bool
    ) throws(ConfigurationSyntaxError) -> String {
        var text: [UInt8] = []
        while let byte = peek, Self.isText(byte) {
            _ = next()
            if byte == quote { return String(decoding: text, as: UTF8.self) }
            text += hasEscapes && byte == UInt8(ascii: "\\") ? try escaped() : [byte]
        }
        throw error("expected the end of the string, found \(shown)")
    }

    private mutating func longString(
        quote: UInt8,
        hasEscapes: Bool
    ) throws(ConfigurationSyntaxError) -> String {
        var text: [UInt8] = []
        _ = takeNewline()
        while let byte = peek {
            if byte == quote {
                let quotes = takeWhile { $0 == quote }
                text += quotes.dropLast(quotes.count >= 3 ? 3 : 0)
                // Up to two quotes may stand before the three that end the string.
                guard quotes.count >= 3 else { continue }
                guard quotes.count <= 5 else { throw error("expected at most five quotes") }
                return String(decoding: text, as: UTF8.self)
            } else if takeNewline() {
                text.append(UInt8(ascii: "\n"))
            } else if hasEscapes, take("\\") {
                if !takeFoldedLines() { text += try escaped() }
            } else if Self.isText(byte) {
                _ = next()
                text.append(byte)
            } else {
                break
            }
        }
        throw error("expected the end of the string, found \(shown)")
    }

    /// A backslash at the end of a line takes all blanks and lines up to the next sign.
    private mutating func takeFoldedLines() -> Bool {
        var ahead = self
        ahead.skipBlanks()
        guard ahead.takeNewline() else { return false }
        repeat { ahead.skipBlanks() } while ahead.takeNewline()
        self = ahead
        return true
    }

    private mutating func escaped() throws(ConfigurationSyntaxError) -> [UInt8] {
        switch next() {
        case UInt8(ascii: "b")?: return [0x08]
        case UInt8(ascii: "t")?: return [0x09]
        case UInt8(ascii: "n")?: return [0x0a]
        case UInt8(ascii: "f")?: return [0x0c]
        case UInt8(ascii: "r")?: return [0x0d]
        case UInt8(ascii: "\"")?: return [UInt8(ascii: "\"")]
        case UInt8(ascii: "\\")?: return [UInt8(ascii: "\\")]
        case UInt8(ascii: "u")?: return try scalar(digits: 4)
        case UInt8(ascii: "U")?: return try scalar(digits: 8)
        default: throw error(#"expected one of b t n f r u U " \ after a backslash"#)
        }
    }

    private mutating func scalar(digits: Int) throws(ConfigurationSyntaxError) -> [UInt8] {
        var hex: [UInt8] = []
        while hex.count < digits, let byte = next() { hex.append(byte) }
        let isHex = hex.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        guard hex.count == digits, isHex,
            let number = UInt32(String(decoding: hex, as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(number)
        else { throw error("expected \(digits) hexadecimal digits of a character") }
        return Array(String(Character(scalar)).utf8)
    }
}

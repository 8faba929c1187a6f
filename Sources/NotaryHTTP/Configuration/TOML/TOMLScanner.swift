import TUFCore

/// Goes through a TOML text from sign to sign.
struct TOMLScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The next byte; nil at the end.
    var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Takes the next byte.
    mutating func next() -> UInt8? {
        defer { index += 1 }
        return peek
    }

    /// Takes `sign` where it comes next.
    mutating func take(_ sign: String) -> Bool {
        guard bytes[min(index, bytes.count)...].starts(with: sign.utf8) else { return false }
        index += sign.utf8.count
        return true
    }

    /// Takes `sign`, which must come next but for blanks.
    mutating func expect(_ sign: String) throws(ConfigurationSyntaxError) {
        skipBlanks()
        guard take(sign) else { throw error("expected `\(sign)`, found \(shown)") }
    }

    /// Takes bytes as long as they are wanted.
    mutating func takeWhile(_ isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = min(index, bytes.count)
        while let byte = peek, isWanted(byte) { index += 1 }
        return bytes[start..<max(start, index)]
    }

    /// Takes spaces and tabs.
    mutating func skipBlanks() {
        _ = takeWhile { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Takes blanks, a comment and the end of the line, or of the text.
    mutating func endLine() throws(ConfigurationSyntaxError) {
        skipBlanks()
        skipComment()
        guard peek != nil else { return }
        guard takeNewline() else { throw error("expected the end of the line, found \(shown)") }
    }

    /// Takes blanks, comments and line ends.
    mutating func skipLines() {
        repeat {
            skipBlanks()
            skipComment()
        } while takeNewline()
    }

    /// Takes a line end.
    mutating func takeNewline() -> Bool {
        take("\n") || take("\r\n")
    }

    /// What comes next, for a message.
    var shown: String {
        guard let byte = peek else { return "the end of the text" }
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return "the end of the line"
        case 0x21...0x7e: return "`\(Character(Unicode.Scalar(byte)))`"
        default: return "the byte 0x\(Hex.encode([byte]))"
        }
    }

    /// An error on the line that has been reached.
    func error(_ reason: String) -> ConfigurationSyntaxError {
        let line = bytes.prefix(index).count { $0 == UInt8(ascii: "\n") } + 1
        return ConfigurationSyntaxError(reason: reason, line: line)
    }

    /// Whether a byte may stand in comments and strings as it is.
    static func isText(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7f || byte == UInt8(ascii: "\t")
    }

    private mutating func skipComment() {
        guard take("#") else { return }
        _ = takeWhile(Self.isText)
    }
}

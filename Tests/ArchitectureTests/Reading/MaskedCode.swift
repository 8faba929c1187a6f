/// Swift code in which no comment and no string can be taken for code.
///
/// Comments become spaces, what strings hold becomes `~`; quotes, line breaks and what is
/// interpolated stay, and every byte keeps its place. Of regular expressions it knows `#/…/#`.
struct MaskedCode: Sendable {
    /// As many bytes as the text had.
    private(set) var bytes: [UInt8]
    private var position = 0

    /// What stands for each byte of a string.
    static let stringByte = UInt8(ascii: "~")

    init(_ text: String) {
        bytes = Array(text.utf8)
        maskCode(until: nil)
    }

    /// The masked text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The masked text line by line.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// Runs over code; with an end, stops behind the bracket that closes what is open.
    private mutating func maskCode(until end: UInt8?) {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "/") where starts(with: "//"):
                maskLineComment()
            case UInt8(ascii: "/") where starts(with: "/*"):
                maskBlockComment()
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                maskString()
            case UInt8(ascii: "(") where end != nil:
                depth += 1
                position += 1
            case end:
                position += 1
                if depth == 0 { return }
                depth -= 1
            default:
                position += 1
            }
        }
    }

    private mutating func maskLineComment() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
            mask(with: UInt8(ascii: " "))
        }
    }

    private mutating func maskBlockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                mask(with: UInt8(ascii: " "))
            } else if starts(with: "*/") {
                depth -= 1
                mask(with: UInt8(ascii: " "))
            }
            mask(with: UInt8(ascii: " "))
        } while depth > 0 && position < bytes.count
    }

    /// Masks the string or expression that opens here; where none does, steps over the `#`.
    private mutating func maskString() {
        let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
        position += hashes
        if hashes > 0, starts(with: "/") { return maskExpression(hashes: hashes) }
        guard starts(with: "\"") else { return }
        let quotes = starts(with: "\"\"\"") ? "\"\"\"" : "\""
        let marks = String(repeating: "#", count: hashes)
        position += quotes.utf8.count
        while position < bytes.count, !starts(with: quotes + marks) {
            if starts(with: "\\" + marks + "(") {
                position += hashes + 2
                maskCode(until: UInt8(ascii: ")"))
            } else {
                if starts(with: "\\" + marks) {
                    for _ in 0...hashes { mask(with: Self.stringByte) }
                }
                mask(with: Self.stringByte)
            }
        }
        position += quotes.utf8.count + hashes
    }

    private mutating func maskExpression(hashes: Int) {
        let end = "/" + String(repeating: "#", count: hashes)
        position += 1
        while position < bytes.count, !starts(with: end) {
            mask(with: Self.stringByte)
        }
        position += end.utf8.count
    }

    private mutating func mask(with byte: UInt8) {
        guard position < bytes.count else { return }
        if bytes[position] != UInt8(ascii: "\n") { bytes[position] = byte }
        position += 1
    }

    private func starts(with prefix: String) -> Bool {
        bytes[min(position, bytes.count)...].starts(with: prefix.utf8)
    }
}

/// A pattern in which `*` stands for any run of characters, none and all included.
///
/// Matching never goes back: each literal is looked for once, leftmost first, so a hostile
/// pattern costs no more than its length times the text's.
struct Glob: Hashable, Sendable {
    /// The pattern as written.
    let text: String
    /// What stands between the stars; always at least one, and empty ones only at the ends.
    private let literals: [[UInt8]]

    init(_ text: String) {
        self.text = text
        let star = UInt8(ascii: "*")
        let parts = text.utf8.split(separator: star, omittingEmptySubsequences: false)
            .map { Array($0) }
        literals = parts.enumerated()
            .filter { !$0.element.isEmpty || $0.offset == 0 || $0.offset == parts.count - 1 }
            .map(\.element)
    }

    /// How many characters are not `*`.
    var literalLength: Int { literals.reduce(0) { $0 + $1.count } }

    /// Whether there is no `*`, so that only one text matches.
    var isLiteral: Bool { literals.count == 1 }

    /// Whether every text matches.
    var matchesAll: Bool { !isLiteral && literalLength == 0 }

    /// Whether the whole of `candidate` fits.
    func matches(_ candidate: String) -> Bool {
        let bytes = Array(candidate.utf8)
        guard let first = literals.first, let last = literals.last, !isLiteral else {
            return bytes == literals.first
        }
        guard bytes.count >= first.count + last.count, bytes.starts(with: first),
            bytes.suffix(last.count).elementsEqual(last)
        else { return false }
        var rest = bytes[first.count..<(bytes.count - last.count)]
        for literal in literals.dropFirst().dropLast() {
            guard let end = Self.end(of: literal, in: rest) else { return false }
            rest = rest[end...]
        }
        return true
    }

    /// Where the leftmost occurrence ends.
    private static func end(of literal: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= literal.count else { return nil }
        for start in bytes.startIndex...(bytes.endIndex - literal.count)
        where bytes[start..<(start + literal.count)].elementsEqual(literal) {
            return start + literal.count
        }
        return nil
    }
}

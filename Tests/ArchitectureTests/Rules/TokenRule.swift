import Testing

/// Words that may stand in the code of some files only.
struct TokenRule: CustomTestStringConvertible {
    let words: [String]
    /// The files it holds for: paths from the root begin so.
    let folders: [String]
    /// Paths from the root, of files or folders, where the words may stand all the same.
    let exceptions: [String]
    let reason: String

    var testDescription: String { reason }

    /// The words that stand in `file` and may not, one sentence each.
    func violations(in file: SwiftFile) -> [String] {
        guard folders.contains(where: file.path.hasPrefix) else { return [] }
        if exceptions.contains(where: file.path.hasPrefix) { return [] }
        return file.code.lines.enumerated()
            .flatMap { number, line in
                words.filter { Self.contains($0, in: line) }
                    .map { word in
                        "\(file):\(number + 1) has `\(word)`: \(reason)"
                    }
            }
    }

    /// Whether `word` stands in `line` and is not part of a longer name; a word that begins with
    /// `.` or ends with `(` says itself what stands there, one that ends with `_` is a prefix.
    private static func contains(_ word: String, in line: Substring) -> Bool {
        line.ranges(of: word)
            .contains { range in
                let before =
                    range.lowerBound > line.startIndex
                    ? line[line.index(before: range.lowerBound)] : " "
                let after = range.upperBound < line.endIndex ? line[range.upperBound] : " "
                let startsFree = word.hasPrefix(".") || !isName(before)
                let endsFree = word.hasSuffix("(") || word.hasSuffix("_") || !isName(after)
                return startsFree && endsFree
            }
    }

    private static func isName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}

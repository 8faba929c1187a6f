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
        return words.flatMap { word in
            WordPattern(word).lines(in: file).map { "\(file):\($0) has `\(word)`: \(reason)" }
        }
    }
}

/// A source file: its path from the package's root, its text, and its code without the rest.
struct SwiftFile: Sendable, CustomStringConvertible {
    let path: String
    let text: String
    /// The text with comments blanked and what strings hold replaced, line by line as it was.
    let code: MaskedCode
    /// The words of the code, by name.
    let words: [String: [SourceWord]]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = MaskedCode(text)
        words = Dictionary(grouping: SourceWord.all(in: code), by: \.name)
    }

    /// The name of the file without `.swift`.
    var stem: String {
        String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "")
    }

    /// The module it belongs to: the folder below `Sources`; empty for a file elsewhere.
    var module: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : ""
    }

    var description: String { path }
}

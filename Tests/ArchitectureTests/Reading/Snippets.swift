/// Pieces of code that an article shows: what stands between `// snippet: name` and `// end`.
enum Snippets {
    /// The snippets of a source file, without the indentation they share.
    static func all(in text: String) -> [String] {
        var found: [String] = []
        var lines: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let word = line.drop { $0 == " " }
            if word.hasPrefix("// snippet:") {
                lines = []
            } else if word == "// end", let snippet = lines {
                found.append(unindented(snippet))
                lines = nil
            } else {
                lines?.append(line)
            }
        }
        return found
    }

    /// The Swift code blocks of a page.
    static func blocks(in markdown: String) -> [String] {
        markdown.matches(of: /```swift\n((?:.|\n)*?)\n```/).map { String($0.1) }
    }

    private static func unindented(_ lines: [Substring]) -> String {
        let depth =
            lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { String($0.dropFirst(depth)) }.joined(separator: "\n")
    }
}

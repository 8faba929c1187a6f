/// How large files, functions and lines may be.
enum SizeRule {
    static let linesOfFile = 400
    static let linesOfFunction = 50
    static let columns = 100

    /// What in `file` is too large, one sentence each.
    static func violations(in file: SwiftFile) -> [String] {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        let count = lines.last == "" ? lines.count - 1 : lines.count
        let tooLong = count > linesOfFile ? ["\(file) has \(count) lines"] : []
        return tooLong + functions(of: file) + wideLines(of: file, lines)
    }

    private static func functions(of file: SwiftFile) -> [String] {
        FunctionExtent.all(in: file.code).filter { $0.lineCount > linesOfFunction }
            .map {
                "\(file):\($0.line) has a function of \($0.lineCount) lines"
            }
    }

    /// A line that only a string carries over the limit is left: the formatter cannot break it.
    private static func wideLines(of file: SwiftFile, _ lines: [Substring]) -> [String] {
        zip(lines, file.code.lines).enumerated()
            .compactMap { number, line in
                let (text, code) = line
                guard text.count > columns else { return nil }
                let end = code.utf8.dropFirst(columns).first
                return end == MaskedCode.stringByte ? nil : "\(file):\(number + 1) is too wide"
            }
    }
}

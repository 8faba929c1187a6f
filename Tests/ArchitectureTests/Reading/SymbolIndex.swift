/// Finds types and their members in source files by name, as an article writes them.
struct SymbolIndex {
    private let files: [SwiftFile]

    init(_ files: [SwiftFile]) {
        self.files = files
    }

    /// Whether there is `Type`, or `Type.member` with or without parameters behind it.
    func contains(_ symbol: String) -> Bool {
        let parts = symbol.prefix { $0 != "(" }.split(separator: ".", maxSplits: 1)
        guard let type = parts.first else { return false }
        return files.contains { file in
            let lines = file.code.lines
            guard lines.contains(where: { Self.declares(type, $0) }) else { return false }
            guard parts.count == 2 else { return true }
            return lines.contains { Self.declares(member: parts[1], $0) }
        }
    }

    private static func declares(_ type: Substring, _ line: Substring) -> Bool {
        line.matches(of: /\b(?:struct|class|enum|protocol|actor|extension)\s+(?:\w+\.)*(\w+)/)
            .contains { $0.1 == type }
    }

    private static func declares(member: Substring, _ line: Substring) -> Bool {
        member == "init"
            ? line.contains(/\binit[?(<]/)
            : line.matches(of: /\b(?:func|var|let|case)\s+([\w=]+)/).contains { $0.1 == member }
    }
}

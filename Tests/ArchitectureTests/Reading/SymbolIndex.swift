/// Finds types and their members in source files by name, as an article writes them.
///
/// What each file declares is looked up once: an article names hundreds of functions.
struct SymbolIndex: Sendable {
    private struct Declarations {
        var types: Set<String> = []
        var members: Set<String> = []
    }

    private let files: [Declarations]

    init(_ files: [SwiftFile]) {
        self.files = files.map(Self.declarations)
    }

    /// Whether there is `Type`, or `Type.member` with or without parameters behind it.
    func contains(_ symbol: String) -> Bool {
        let parts = symbol.prefix { $0 != "(" }.split(separator: ".", maxSplits: 1)
        guard let type = parts.first.map(String.init) else { return false }
        return files.contains { file in
            guard file.types.contains(type) else { return false }
            return parts.count < 2 || file.members.contains(String(parts[1]))
        }
    }

    private static func declarations(of file: SwiftFile) -> Declarations {
        var found = Declarations()
        for line in file.code.lines {
            for match in line.matches(of: type) { found.types.insert(String(match.1)) }
            for match in line.matches(of: member) { found.members.insert(String(match.1)) }
            if line.contains(/\binit[?(<]/) { found.members.insert("init") }
        }
        return found
    }

    private static var type: Regex<(Substring, Substring)> {
        /\b(?:struct|class|enum|protocol|actor|extension)\s+(?:\w+\.)*(\w+)/
    }

    private static var member: Regex<(Substring, Substring)> {
        /\b(?:func|var|let|case)\s+([\w=]+)/
    }
}

/// A type or an extension that a file declares at its top level.
struct TopLevelType: Hashable {
    enum Kind: Hashable {
        case type
        case `extension`
        case fileScoped
    }

    let kind: Kind
    /// The name as written after the keyword, up to generics, inheritance or body.
    let name: String

    /// Reads the declarations of masked code that stand in no braces.
    static func all(in code: MaskedCode) -> [TopLevelType] {
        var depth = 0
        var found: [TopLevelType] = []
        for line in code.lines {
            if depth == 0, let type = declared(in: line) { found.append(type) }
            depth += line.count { $0 == "{" } - line.count { $0 == "}" }
        }
        return found
    }

    private static func declared(in line: Substring) -> TopLevelType? {
        let pattern =
            #/
            ^ \s* ( (?: @\w+ (?: \( [^)]* \) )? \s+ | \w+ (?: \( \w+ \) )? \s+ )*? )
            ( struct | class | enum | actor | protocol | typealias | extension ) \s+
            ( [\w.\[\]:\ ]* [\w\]] )
            /#
        guard let match = line.firstMatch(of: pattern) else { return nil }
        let isExtension = match.2 == "extension"
        let name = match.3.prefix { isExtension ? true : $0 != ":" && $0 != " " }
        let base =
            isExtension && !name.hasPrefix("[") ? name.prefix { $0 != ":" && $0 != " " } : name
        let isFileScoped = match.1.contains("private")
        return TopLevelType(
            kind: isExtension ? .extension : isFileScoped ? .fileScoped : .type,
            name: String(base)
        )
    }
}

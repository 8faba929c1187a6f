/// The table of modules in ARCHITECTURE.md.
struct ArchitecturePage {
    /// Our modules that each module may import.
    let arrows: [String: Set<String>]

    /// Reads the rows of `markdown` that begin with a module in backticks and have three cells.
    init(markdown: String) {
        let rows = markdown.split(separator: "\n")
            .compactMap { line -> (String, Set<String>)? in
                let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                guard cells.count == 5, let module = Self.names(in: cells[1]).first else {
                    return nil
                }
                return (module, Set(Self.names(in: cells[2])))
            }
        arrows = Dictionary(rows) { first, _ in first }
    }

    private static func names(in cell: Substring) -> [String] {
        cell.matches(of: /`(\w+)`/).map { String($0.1) }
    }
}

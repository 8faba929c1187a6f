/// The table of docs/acceptance.md: what the project promises, and the tests that show it.
struct AcceptanceTable {
    struct Row: Hashable {
        let capability: String
        /// `Suite/function`, without parameters.
        let tests: [String]
    }

    let rows: [Row]

    /// Reads the rows of the tables in `markdown` whose last column names tests in backticks.
    init(markdown: String) {
        rows = markdown.split(separator: "\n")
            .compactMap { line in
                let cells = line.split(separator: "|").map(\.trimmed)
                guard line.hasPrefix("|"), cells.count >= 2, !cells[0].hasPrefix("-") else {
                    return nil
                }
                let tests = cells[cells.count - 1].matches(of: /`([^`]+)`/)
                    .map { match in
                        String(match.1.prefix { $0 != "(" })
                    }
                return cells[cells.count - 1] == "tests"
                    ? nil : Row(capability: cells[0], tests: tests)
            }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

/// The rows of all tables of a page, each cell under the head of its column.
struct MarkdownTables {
    /// One row: heads and cells.
    struct Row: Hashable {
        let cells: [String: String]

        /// What stands in backticks in a column; nil where the table has no such column.
        func codes(in column: String) -> [String]? {
            cells[column].map { cell in cell.matches(of: /`([^`]+)`/).map { String($0.1) } }
        }
    }

    let rows: [Row]

    init(markdown: String) {
        var rows: [Row] = []
        var heads: [String] = []
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                heads = []
                continue
            }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .dropFirst().dropLast().map(Self.trimmed)
            if heads.isEmpty {
                heads = cells
            } else if !line.hasPrefix("|---") {
                rows.append(Row(cells: Dictionary(zip(heads, cells)) { first, _ in first }))
            }
        }
        self.rows = rows
    }

    private static func trimmed(_ cell: Substring) -> String {
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

import Foundation

/// A row of a table in `docs/compatibility.md`: which answers differ, and in what.
struct ListedDifference: Sendable, CustomStringConvertible {
    /// What requests are called, `*` for anything.
    let requests: [String]
    let fields: Set<ComparedAnswer.Field>
    /// What notary-server's answers and ours are like.
    let answers: (theirs: Pattern, ours: Pattern)

    /// The status, `*` for any, and what the field is like that differs.
    struct Pattern: Sendable {
        let status: String
        let value: String?
    }

    /// Reads a row; nil where it is none.
    ///
    /// The cells are: what, requests, what differs, notary-server, here, why. Of the second and
    /// third each text in backticks counts; of the next two the first is a status, and a second
    /// one is what the field is like that differs.
    init?(row: Substring) {
        let cells = row.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
            .dropLast().map { Self.code(in: $0) }
        guard cells.count == 6, let theirs = cells[3].first, let ours = cells[4].first else {
            return nil
        }
        requests = cells[1]
        fields = Set(cells[2].compactMap(ComparedAnswer.Field.init(rawValue:)))
        answers = (
            Pattern(status: theirs, value: cells[3].dropFirst().first),
            Pattern(status: ours, value: cells[4].dropFirst().first)
        )
    }

    /// The rows of the table under the heading `heading`.
    static func all(in page: String, under heading: String) -> [ListedDifference] {
        let section = page.components(separatedBy: "\n## ").first { $0.hasPrefix(heading + "\n") }
        return (section ?? "").split(separator: "\n").compactMap(ListedDifference.init(row:))
    }

    /// Whether this is the reason why `field` differs.
    func explains(_ field: ComparedAnswer.Field, of comparison: AnswerComparison) -> Bool {
        fields.contains(field)
            && requests.contains { Self.matches($0[...], comparison.name[...]) }
            && Self.matches(answers.theirs, comparison.theirs, field)
            && Self.matches(answers.ours, comparison.ours, field)
    }

    var description: String {
        "\(requests.joined(separator: ", ")): \(answers.theirs), \(answers.ours)"
    }

    private static func code(in cell: Substring) -> [String] {
        let pieces = cell.split(separator: "`", omittingEmptySubsequences: false)
        return pieces.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    private static func matches(
        _ pattern: Pattern,
        _ answer: ComparedAnswer,
        _ field: ComparedAnswer.Field
    ) -> Bool {
        guard matches(pattern.status[...], answer.status[...]) else { return false }
        guard let value = pattern.value else { return true }
        return matches(value[...], (answer.fields[field] ?? "")[...])
    }

    private static func matches(_ pattern: Substring, _ text: Substring) -> Bool {
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
            return pattern == text
        }
        guard text.hasPrefix(first) else { return false }
        var rest = text.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let found = rest.firstRange(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}

/// What the two servers answered to one request.
struct AnswerComparison: Sendable, CustomStringConvertible {
    let name: String
    let theirs: ComparedAnswer
    let ours: ComparedAnswer

    /// What is not the same.
    var differences: [ComparedAnswer.Field] { ours.differences(from: theirs) }

    var description: String {
        let lines = differences.map { field in
            "  \(field.rawValue)\n    notary-server: \(Self.line(theirs.fields[field]))\n"
                + "    here: \(Self.line(ours.fields[field]))"
        }
        return "\(name) (\(theirs.status), \(ours.status))\n\(lines.joined(separator: "\n"))"
    }

    private static func line(_ text: String?) -> String {
        text?.replacing("\n", with: "\\n") ?? "-"
    }
}

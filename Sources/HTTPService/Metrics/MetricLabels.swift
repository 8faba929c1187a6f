/// The labels of one time series, in a fixed order.
struct MetricLabels: Hashable, Sendable {
    /// As in the text format, without braces: `code="200",method="GET"`.
    let text: String

    init(_ dimensions: [(String, String)]) {
        text =
            dimensions
            .map { "\(MetricName.label($0.0))=\"\(Self.escaped($0.1))\"" }
            .sorted()
            .joined(separator: ",")
    }

    /// In braces, with `extra` at the end; empty when there is nothing.
    func braced(adding extra: String = "") -> String {
        let all = [text, extra].filter { !$0.isEmpty }.joined(separator: ",")
        return all.isEmpty ? "" : "{\(all)}"
    }

    private static func escaped(_ value: String) -> String {
        var result = ""
        for character in value.unicodeScalars {
            switch character {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

import Foundation

/// A file of requests, one after the other.
///
///     # a comment
///     GET,PUT /v2/{a,b}/_trust/tuf/root.json
///         Range: bytes=0-3
///         < a body, in which \r and \n are what they are in Swift
///
/// A line stands for each of its methods with each of the alternatives in braces. `$(NAME)` is
/// replaced by a value known only at run time, `$(a*300)` by three hundred `a`.
struct RequestList: Sendable {
    let requests: [ComparedRequest]

    /// Reads `Requests/NAME.txt`.
    init(named name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Requests/\(name).txt")
        self.init(String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }

    init(_ text: String) {
        var requests: [ComparedRequest] = []
        var headers: [(name: String, value: String)] = []
        var body: String?
        var line: Substring?
        func finish() {
            if let line { requests += Self.expanded(line, headers, body) }
            (line, headers, body) = (nil, [], nil)
        }
        for next in text.split(separator: "\n") where !next.hasPrefix("#") {
            if !next.hasPrefix("    ") {
                finish()
                line = next
            } else if next.hasPrefix("    < ") {
                body = (body ?? "") + Self.unescaped(next.dropFirst(6))
            } else if let colon = next.firstIndex(of: ":") {
                let value = next[next.index(after: colon)...].drop { $0 == " " }
                headers.append((String(next[..<colon].dropFirst(4)), Self.unescaped(value)))
            }
        }
        finish()
        self.requests = requests
    }

    /// The requests with `$(NAME)` replaced; their names stay as written.
    func requests(with values: [String: String]) -> [ComparedRequest] {
        requests.map { request in
            var request = request
            request.target = Self.filled(request.target, values)
            request.headers = request.headers.map { ($0.name, Self.filled($0.value, values)) }
            request.body = request.body.map {
                Array(Self.filled(String(decoding: $0, as: UTF8.self), values).utf8)
            }
            return request
        }
    }

    private static func expanded(
        _ line: Substring,
        _ headers: [(name: String, value: String)],
        _ body: String?
    ) -> [ComparedRequest] {
        let words = line.split(separator: " ", maxSplits: 1)
        let targets = words.count > 1 ? alternatives(words[1]) : []
        return words[0].split(separator: ",")
            .flatMap { method in
                targets.map { target in
                    var request = ComparedRequest(String(method), target, headers: headers)
                    request.body = body.map { Array($0.utf8) }
                    if let body { request.name += " < \(body.prefix(200).debugDescription)" }
                    return request
                }
            }
    }

    /// Each way to choose one of the alternatives in each pair of braces.
    private static func alternatives(_ text: Substring) -> [String] {
        guard let start = text.firstIndex(of: "{"), let end = text[start...].firstIndex(of: "}")
        else { return [String(text)] }
        let rest = alternatives(text[text.index(after: end)...])
        return text[text.index(after: start)..<end]
            .split(separator: ",", omittingEmptySubsequences: false)
            .flatMap { choice in rest.map { "\(text[..<start])\(choice)\($0)" } }
    }

    private static func filled(_ text: String, _ values: [String: String]) -> String {
        let repeated = text.replacing(/\$\(([^()*]+)\*(\d+)\)/) {
            String(repeating: String($0.1), count: Int($0.2) ?? 0)
        }
        return repeated.replacing(/\$\(([^()]+)\)/) { values[String($0.1)] ?? String($0.0) }
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("\\r", with: "\r").replacing("\\n", with: "\n")
            .replacing("\\t", with: "\t")
    }
}

import Foundation

/// What matters of an answer when two servers are compared.
///
/// What must differ from run to run (keys, times, signatures, digests) is masked.
struct ComparedAnswer: Hashable, Sendable, CustomStringConvertible {
    /// What is compared.
    enum Field: String, CaseIterable, Sendable {
        case status
        case contentType = "Content-Type"
        case challenge = "WWW-Authenticate"
        case cacheControl = "Cache-Control"
        case pragma = "Pragma"
        case lastModified = "Last-Modified"
        case location = "Location"
        case allow = "Allow"
        case body
    }

    /// The line that curl writes after each answer.
    static let end = "-- end of answer --"

    /// The status; `closed` when the connection was closed without an answer.
    let status: String
    private(set) var fields: [Field: String]
    /// The body as it came.
    let body: String

    /// The body without what differs from run to run.
    var maskedBody: String { fields[.body] ?? "" }

    /// Sends all requests to one server, one after the other.
    static func all(
        _ requests: [ComparedRequest],
        at url: String
    ) async throws -> [ComparedAnswer] {
        guard !requests.isEmpty else { return [] }
        let home = try TemporaryFolder()
        var sections: [String] = []
        for (index, request) in requests.enumerated() {
            let file = try request.body.map { try home.write($0, to: "body\(index)") }
            sections.append(request.curlSection(at: url, bodyFile: file))
        }
        let file = try home.write(sections.joined(separator: "\nnext\n"), to: "requests")
        let output = try await Tool.curl.run(["-K", file], home: home).standardOutput
        let answers = output.components(separatedBy: "\n\(end)\n").dropLast()
        guard answers.count == requests.count else {
            throw HarnessError.missingAnswers(expected: requests.count, output: output)
        }
        return answers.map(ComparedAnswer.init)
    }

    /// The answer as curl wrote it, headers and body; empty when there was none.
    init(_ text: String) {
        let parts = text.components(separatedBy: "\r\n\r\n")
        let lines = parts[0].components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        status = words.count > 1 ? String(words[1]) : "closed"
        body = parts.dropFirst().joined(separator: "\r\n\r\n")
        var fields: [Field: String] = [.status: status, .body: AnswerMask.body(body)]
        for field in Field.allCases where field != .status && field != .body {
            let prefix = field.rawValue.lowercased() + ":"
            fields[field] =
                lines.first { $0.lowercased().hasPrefix(prefix) }
                .map { AnswerMask.header($0.dropFirst(prefix.count + 1), field) }
        }
        self.fields = fields
    }

    /// The answer with a name in the place of its body, where that is one of `bodies`.
    func naming(_ bodies: [String: String]) -> ComparedAnswer {
        guard let name = bodies[body] else { return self }
        var named = self
        named.fields[.body] = name
        return named
    }

    /// What is not the same in the two.
    func differences(from other: ComparedAnswer) -> [Field] {
        Field.allCases.filter { fields[$0] != other.fields[$0] }
    }

    static func == (one: ComparedAnswer, other: ComparedAnswer) -> Bool {
        one.fields == other.fields
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(fields)
    }

    var description: String {
        Field.allCases.compactMap { field in fields[field].map { "\(field.rawValue): \($0)" } }
            .joined(separator: "; ")
    }
}

import Foundation

/// What matters of an answer when two servers are compared.
struct TokenAnswer: Hashable, Sendable, CustomStringConvertible {
    let status: String
    let contentType: String?
    /// The challenge, the actions of its scope sorted: the original writes them in random order.
    let challenge: String?
    /// The body of a refusal; others hold keys, times and so on, which differ.
    let body: String?

    /// Sends all requests to one server, one after the other.
    static func all(_ requests: [TokenRequest], at url: String) async throws -> [TokenAnswer] {
        let home = try TemporaryFolder()
        let end = "\n-- end of answer --\n"
        let sections = requests.map { request in
            var lines = [
                "url = \"\(url)\(request.path)\"", "request = \"\(request.method)\"", "silent",
                "include", "path-as-is", "write-out = \"\\n-- end of answer --\\n\"",
            ]
            if let authorization = request.authorization {
                lines.append("header = \"Authorization: \(authorization)\"")
            }
            if let host = request.host { lines.append("header = \"Host: \(host)\"") }
            return lines.joined(separator: "\n")
        }
        let file = try home.write(sections.joined(separator: "\nnext\n"), to: "requests")
        let output = try await Tool.curl.succeed(["-K", file], home: home).standardOutput
        return output.components(separatedBy: end).dropLast().map(TokenAnswer.init)
    }

    private init(_ text: String) {
        let parts = text.components(separatedBy: "\r\n\r\n")
        let lines = parts[0].components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        status = words.count > 1 ? String(words[1]) : ""
        func header(_ name: String) -> String? {
            lines.first { $0.lowercased().hasPrefix("\(name):") }
                .map { String($0.dropFirst(name.count + 2)) }
        }
        contentType = header("content-type")
        challenge = header("www-authenticate").map(Self.sorted)
        body = status >= "400" ? Self.sorted(parts.dropFirst().joined(separator: "\r\n\r\n")) : nil
    }

    /// Both orders of the one pair of actions that there is, made the same.
    private static func sorted(_ text: String) -> String {
        text.replacing(":pull,push\"", with: ":push,pull\"")
    }

    var description: String {
        "\(status) \(contentType ?? "-") \(challenge ?? "-") \(body ?? "-")"
    }
}

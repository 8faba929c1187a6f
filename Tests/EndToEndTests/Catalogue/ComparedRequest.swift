import NotaryService
import NotaryTesting

/// A request that two servers are compared by.
struct ComparedRequest: Sendable {
    /// What messages and `docs/compatibility.md` call it.
    var name: String
    var method: String
    /// What stands in the request line, as it is.
    var target: String
    /// Header fields; one with an empty value is left out where curl would add it.
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]?
    /// The metadata in the body, to know it again in answers.
    var files: [PublicationPart] = []

    /// A request that is called what it is.
    init(_ method: String, _ target: String, headers: [(name: String, value: String)] = []) {
        self.method = method
        self.target = target
        self.headers = headers
        let fields = headers.map { " [\($0.name): \($0.value)]" }
        name = "\(method) \(target)\(fields.joined())"
    }

    /// An upload.
    init(_ name: String, post body: Multipart, to target: String) {
        self.name = name
        self.target = target
        method = "POST"
        headers = [("Content-Type", body.contentType)]
        self.body = body.bytes
    }

    /// The request as a section of a curl configuration; `bodyFile` holds the body, if any.
    func curlSection(at url: String, bodyFile: String?) -> String {
        var lines = [
            "url = \"\(url)\"", "request-target = \(Self.quoted(target))", "silent", "include",
            "max-time = 60", "header = \"Expect:\"",
            "write-out = \"\\n\(ComparedAnswer.end)\\n\"",
        ]
        lines.append(method == "HEAD" ? "head" : "request = \(Self.quoted(method))")
        lines += headers.map { name, value in
            "header = \(Self.quoted(value.isEmpty ? "\(name):" : "\(name): \(value)"))"
        }
        if let bodyFile {
            lines.append("data-binary = \"@\(bodyFile)\"")
            if !headers.contains(where: { $0.name == "Content-Type" }) {
                lines.append("header = \"Content-Type:\"")
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\""
    }
}

/// A multipart body as the real client writes it.
public struct Multipart: Sendable {
    /// What stands between the parts.
    public let boundary: String
    private var content: [UInt8] = []

    /// A body without parts.
    public init(boundary: String = "0123456789abcdef") {
        self.boundary = boundary
    }

    /// The value of `Content-Type`.
    public var contentType: String { "multipart/form-data; boundary=\(boundary)" }
    /// The whole body.
    public var bytes: [UInt8] { content + Array("--\(boundary)--\r\n".utf8) }

    /// The body with one part more.
    public func part(_ fileName: String, _ content: String) -> Multipart {
        part(fileName, Array(content.utf8))
    }

    /// The body with one part more.
    public func part(_ fileName: String, _ content: [UInt8]) -> Multipart {
        let disposition = "form-data; name=\"files\"; filename=\"\(fileName)\""
        let headers = [
            "Content-Disposition: \(disposition)", "Content-Type: application/octet-stream",
        ]
        return part(headers: headers, content)
    }

    /// The body with one part more, under these header lines.
    public func part(headers: [String], _ content: [UInt8]) -> Multipart {
        var result = self
        let lines = ["--\(boundary)"] + headers + ["", ""]
        result.content += Array(lines.joined(separator: "\r\n").utf8) + content
        result.content += Array("\r\n".utf8)
        return result
    }
}

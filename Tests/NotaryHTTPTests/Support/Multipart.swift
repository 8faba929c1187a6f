/// A multipart body as the real client writes it.
struct Multipart {
    let boundary: String
    private var text = ""

    init(boundary: String = "0123456789abcdef") {
        self.boundary = boundary
    }

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }
    var bytes: [UInt8] { Array("\(text)--\(boundary)--\r\n".utf8) }

    func part(_ fileName: String, _ content: String) -> Multipart {
        var result = self
        result.text += "--\(boundary)\r\n"
        result.text +=
            "Content-Disposition: form-data; name=\"files\"; filename=\"\(fileName)\"\r\n"
        result.text += "Content-Type: application/octet-stream\r\n\r\n\(content)\r\n"
        return result
    }

    func part(_ fileName: String, _ content: [UInt8]) -> Multipart {
        part(fileName, String(decoding: content, as: UTF8.self))
    }
}

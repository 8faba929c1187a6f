import NotaryService
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Multipart uploads")
struct MultipartParserTests {
    private static let type = "multipart/form-data; boundary=b0und"

    private static let good = Multipart(boundary: "b0und").part("root", "{\r\n--b0un\n}")
        .part("targets/releases.json", "").bytes

    private func parts(
        of bytes: [UInt8],
        chunk: Int = .max,
        type: String? = type,
        limits: UploadLimits = UploadLimits()
    ) throws(UploadError) -> [PublicationPart] {
        var parser = try MultipartParser(contentType: type, limits: limits)
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(chunk)
            rest = rest.dropFirst(piece.count)
            try parser.receive(piece)
        }
        try parser.finish()
        return parser.parts
    }

    @Test("the parts are the same however the body is chopped", arguments: [1, 2, 3, 7, 64, .max])
    func chunks(size: Int) throws {
        let parts = try parts(of: Self.good, chunk: size)
        #expect(parts.map(\.name) == ["root", "targets/releases"])
        #expect(parts[0].bytes == Array("{\r\n--b0un\n}".utf8))
        #expect(parts[1].bytes.isEmpty)
    }

    @Test(
        "a body cut at any byte before its end is malformed, or lacks parts",
        arguments: [1, .max]
    )
    func cut(chunk: Int) {
        // Only the line end after the last boundary may be missing.
        for length in 0..<(Self.good.count - 2) {
            let found = try? parts(of: Array(Self.good.prefix(length)), chunk: chunk)
            #expect((found?.count ?? 0) < 2, "cut at \(length)")
        }
        for length in [Self.good.count - 2, Self.good.count] {
            #expect(throws: Never.self) { try parts(of: Array(Self.good.prefix(length))) }
        }
    }

    @Test("what stands before the first boundary and after the last is ignored")
    func preambleAndEpilogue() throws {
        let body = Array("hello\r\n".utf8) + Self.good + Array("bye".utf8)
        #expect(try parts(of: body).count == 2)
    }

    @Test("line ends may be bare newlines, as scripts write them")
    func bareNewlines() throws {
        let text = "--b0und\nContent-Disposition: form-data; filename=root\n\nx\n--b0und--\n"
        #expect(try parts(of: Array(text.utf8)).map(\.bytes) == [Array("x".utf8)])
    }

    @Test("an empty part may end right after its headers")
    func emptyPart() throws {
        let text =
            "--b0und\r\nContent-Disposition: form-data; filename=root\r\n\r\n--b0und--\r\n"
        for chunk in [1, .max] {
            #expect(try parts(of: Array(text.utf8), chunk: chunk).map(\.bytes) == [[]])
        }
    }

    @Test("a wrong boundary is malformed", arguments: ["b0un", "b0undX", "other"])
    func wrongBoundary(boundary: String) {
        #expect(throws: UploadError.malformed) {
            try parts(of: Self.good, type: "multipart/form-data; boundary=\(boundary)")
        }
    }

    @Test(
        "what is not multipart is refused",
        arguments: [
            nil, "application/json", "multipart/form-data", "multipart/form-data; boundary=\"\"",
            "multipart", "multipart/related; boundary=b0und",
            "multipart/form-data; boundary=\(String(repeating: "b", count: 201))",
        ]
    )
    func notMultipart(type: String?) {
        #expect(throws: UploadError.notMultipart) { try parts(of: Self.good, type: type) }
    }

    @Test("the other multipart type will do")
    func mixed() throws {
        #expect(try parts(of: Self.good, type: "Multipart/Mixed; boundary=b0und").count == 2)
    }

    @Test(
        "a part that does not say its role is refused",
        arguments: [
            "Content-Type: text/plain", "Content-Disposition: form-data; name=\"files\"",
            "Content-Disposition: form-data; filename=\"\"",
            "Content-Disposition: form-data; filename=\".json\"",
            "Content-Disposition: ; filename=root", "Content-Disposition:",
        ]
    )
    func missingFileName(header: String) {
        let text = "--b0und\r\n\(header)\r\n\r\n{}\r\n--b0und--\r\n"
        #expect(throws: UploadError.missingFileName) { try parts(of: Array(text.utf8)) }
    }

    @Test("a folded header is one header")
    func foldedHeader() throws {
        let text =
            "--b0und\r\ncontent-disposition: x;\r\n\tfilename=root\r\n\r\n{}\r\n--b0und--\r\n"
        #expect(try parts(of: Array(text.utf8)).map(\.name) == ["root"])
    }

    @Test("lines that are not quite boundaries stand before the first, and nowhere else")
    func almostBoundaries() throws {
        let part = "--b0und\r\nContent-Disposition: x; filename=root\r\n\r\n{}\r\n"
        let text = "--b0undX\r\n--b0und-\r\n\(part)--b0und--\r\n"
        #expect(try parts(of: Array(text.utf8)).map(\.name) == ["root"])
        for end in ["--b0und--x\r\n", "--b0und x\r\n", "--b0und\n"] {
            #expect(throws: UploadError.malformed) { try parts(of: Array("\(part)\(end)".utf8)) }
        }
    }

    @Test(
        "a body that ends within the headers of a part ends before it",
        arguments: ["", "A", "Content-Disposition: x; filename=root", "A: b\r\n", "A: b\r\n c"]
    )
    func endWithinHeaders(headers: String) throws {
        let text = Array("--b0und\r\n\(headers)".utf8)
        if headers == "A" {
            #expect(throws: UploadError.malformed) { try parts(of: text) }
        } else {
            #expect(try parts(of: text).isEmpty)
        }
    }

    @Test("a part whose end has not come is there as far as it has")
    func unfinished() throws {
        var parser = try MultipartParser(contentType: Self.type, limits: UploadLimits())
        try parser.receive(Array("--b0und\r\nContent-Disposition: x; filename=root\r\n".utf8))
        #expect(parser.unfinished == nil)
        try parser.receive(Array("\r\n{\"si".utf8))
        #expect(parser.unfinished == PublicationPart(name: "root", bytes: Array("{\"si".utf8)))
        #expect(throws: UploadError.malformed) { try parser.finish() }
    }

    @Test("a line that is no header is malformed")
    func badHeader() {
        let text = "--b0und\r\nnonsense\r\n\r\n{}\r\n--b0und--\r\n"
        #expect(throws: UploadError.malformed) { try parts(of: Array(text.utf8)) }
    }

    @Test("the same role twice comes twice, in order")
    func sameRoleTwice() throws {
        let body = Multipart(boundary: "b0und").part("root", "1").part("root", "2").bytes
        #expect(try parts(of: body).map(\.bytes) == [Array("1".utf8), Array("2".utf8)])
    }

    @Test("ten thousand parts are too many, as many as allowed are not")
    func partsLimit() throws {
        var body = Multipart(boundary: "b0und")
        for _ in 0..<1000 { body = body.part("root", "{}") }
        #expect(try parts(of: body.bytes).count == 1000)
        for _ in 0..<9000 { body = body.part("root", "{}") }
        #expect(throws: UploadError.tooLarge(.parts, limit: 1000)) { try parts(of: body.bytes) }
    }

    @Test("a part over its limit is too large, one at it is not", arguments: [1, 50, .max])
    func partLimit(chunk: Int) throws {
        var limits = UploadLimits()
        limits.maximumPartBytes = 100
        let fits = Multipart(boundary: "b0und").part("root", String(repeating: "x", count: 100))
        #expect(try parts(of: fits.bytes, chunk: chunk, limits: limits).count == 1)
        let over = Multipart(boundary: "b0und").part("root", String(repeating: "x", count: 101))
        #expect(throws: UploadError.tooLarge(.part, limit: 100)) {
            try parts(of: over.bytes, chunk: chunk, limits: limits)
        }
    }

    @Test("a body over its limit is too large, one at it is not")
    func bodyLimit() throws {
        var limits = UploadLimits()
        limits.maximumBodyBytes = Self.good.count
        #expect(try parts(of: Self.good, chunk: 10, limits: limits).count == 2)
        limits.maximumBodyBytes -= 1
        #expect(throws: UploadError.tooLarge(.body, limit: limits.maximumBodyBytes)) {
            try parts(of: Self.good, chunk: 10, limits: limits)
        }
    }

    @Test("headers and preambles without end are malformed, not collected for ever")
    func headerLimit() {
        let endless = Array(repeating: UInt8(ascii: "x"), count: 20_000)
        #expect(throws: UploadError.malformed) { try parts(of: endless, chunk: 1000) }
        let header = Array("--b0und\r\nA: ".utf8) + endless
        #expect(throws: UploadError.malformed) { try parts(of: header, chunk: 1000) }
        let tail = Array("--b0und ".utf8) + endless.map { _ in UInt8(ascii: " ") }
        #expect(throws: UploadError.malformed) { try parts(of: tail, chunk: 1000) }
    }
}

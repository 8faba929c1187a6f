import NotaryService

/// Takes a multipart body apart while it arrives, within limits.
///
/// Boundaries as RFC 2046 and Go's `mime/multipart` have them: at the start of a line, followed by
/// `--` or nothing but spaces. What stands before the first and after the last is ignored.
struct MultipartParser {
    private enum State {
        /// Where a line with a boundary is due; before the first, others may stand.
        case boundary(isFirst: Bool)
        case headers(PartHeaders, bytes: Int)
        case body(role: String, scanned: Int)
        case epilogue
    }

    private static let types = ["multipart/form-data", "multipart/mixed"]

    private let limits: UploadLimits
    private var search: BoundarySearch
    private var state = State.boundary(isFirst: true)
    private var buffer: [UInt8] = []
    /// Where in the buffer parsing goes on; what stands before is done with.
    private var position = 0
    private var receivedBytes = 0
    private(set) var parts: [PublicationPart] = []

    /// A parser for a body with the content type given.
    ///
    /// - Throws: ``UploadError/notMultipart``.
    init(contentType: String?, limits: UploadLimits) throws(UploadError) {
        guard let type = contentType.flatMap(MediaType.init), Self.types.contains(type.type),
            let boundary = type.parameters["boundary"], !boundary.isEmpty,
            boundary.utf8.count <= 200
        else { throw .notMultipart }
        self.limits = limits
        search = BoundarySearch(dashBoundary: Array("--\(boundary)".utf8))
    }

    /// Makes room for a body of this length, as far as one may trust who announced it.
    mutating func expect(_ bytes: Int) {
        buffer.reserveCapacity(min(bytes, Self.mostExpectedBytes))
    }

    private static let mostExpectedBytes = 4 * 1024 * 1024

    /// Takes the next piece of the body.
    ///
    /// - Throws: ``UploadError``; the parser is of no use afterwards.
    mutating func receive(_ bytes: some Collection<UInt8>) throws(UploadError) {
        receivedBytes += bytes.count
        guard receivedBytes <= limits.maximumBodyBytes else {
            throw .tooLarge(.body, limit: limits.maximumBodyBytes)
        }
        buffer.append(contentsOf: bytes)
        while try step() {}
        buffer.removeFirst(position)
        if case .body(let role, let scanned) = state {
            state = .body(role: role, scanned: scanned - position)
        }
        position = 0
    }

    /// The part whose end has not come, as far as it has; nil between parts.
    var unfinished: PublicationPart? {
        guard case .body(let role, _) = state else { return nil }
        return PublicationPart(name: role, bytes: Array(buffer[position...]))
    }

    /// Takes the end of the body.
    ///
    /// The line end after the last boundary may be missing. A body that ends within the headers of
    /// a part ends before that part, as Go reads it.
    ///
    /// - Throws: ``UploadError/malformed`` unless the last boundary came.
    mutating func finish() throws(UploadError) {
        let rest = buffer[position...]
        switch state {
        case .epilogue: return
        case .boundary: guard search.isFinal(rest) else { throw .malformed }
        case .headers(var headers, _):
            if !rest.isEmpty { try headers.add(rest) }
        case .body: throw .malformed
        }
    }

    /// Does what the buffer allows; false when more bytes are needed.
    private mutating func step() throws(UploadError) -> Bool {
        switch state {
        case .boundary(let isFirst): try stepBoundary(isFirst: isFirst)
        case .headers(let headers, let bytes): try stepHeader(headers, bytes: bytes)
        case .body(let role, let scanned): try stepBody(role: role, scanned: scanned)
        case .epilogue: stepEpilogue()
        }
    }

    private mutating func stepBoundary(isFirst: Bool) throws(UploadError) -> Bool {
        guard let line = takeWholeLine() else {
            try limitHeader(buffer.count - position)
            return false
        }
        if search.isDelimiter(line, isFirst: isFirst) {
            guard parts.count < limits.maximumParts else {
                throw .tooLarge(.parts, limit: limits.maximumParts)
            }
            state = .headers(PartHeaders(), bytes: 0)
        } else if search.isFinal(line) {
            state = .epilogue
        } else if !isFirst {
            throw .malformed
        }
        return true
    }

    private mutating func stepHeader(
        _ headers: PartHeaders,
        bytes: Int
    ) throws(UploadError) -> Bool {
        guard let line = takeLine() else {
            try limitHeader(bytes + buffer.count - position)
            return false
        }
        try limitHeader(bytes + line.count)
        if line.isEmpty {
            state = .body(role: try headers.roleName, scanned: position)
        } else {
            var headers = headers
            try headers.add(line)
            state = .headers(headers, bytes: bytes + line.count)
        }
        return true
    }

    private mutating func stepBody(role: String, scanned: Int) throws(UploadError) -> Bool {
        let end: Int
        let boundaryLine: Int
        switch search.find(in: buffer, bodyStart: position, from: scanned) {
        case .found(let foundEnd, let foundLine): (end, boundaryLine) = (foundEnd, foundLine)
        case .notYet(let scanned):
            let pending = buffer.count - position - search.dashBoundary.count - 3
            guard pending <= limits.maximumPartBytes else {
                throw .tooLarge(.part, limit: limits.maximumPartBytes)
            }
            state = .body(role: role, scanned: scanned)
            return false
        }
        guard end - position <= limits.maximumPartBytes else {
            throw .tooLarge(.part, limit: limits.maximumPartBytes)
        }
        parts.append(PublicationPart(name: role, bytes: takeBody(to: end, line: boundaryLine)))
        state = .boundary(isFirst: false)
        return true
    }

    /// The body up to `end`; parsing goes on at `line`.
    ///
    /// One that is most of the buffer is not copied out of it: what follows is.
    private mutating func takeBody(to end: Int, line: Int) -> [UInt8] {
        guard position == 0, end > buffer.capacity / 8 * 7 else {
            defer { position = line }
            return Array(buffer[position..<end])
        }
        var body = Array(buffer[line...])
        swap(&body, &buffer)
        body.removeSubrange(end...)
        return body
    }

    private mutating func stepEpilogue() -> Bool {
        position = buffer.count
        return false
    }

    private func limitHeader(_ bytes: Int) throws(UploadError) {
        guard bytes <= limits.maximumHeaderBytes else { throw .malformed }
    }

    /// The next line without its end, `\n` or `\r\n`; nil when it has not all arrived.
    private mutating func takeLine() -> ArraySlice<UInt8>? {
        guard let line = takeWholeLine()?.dropLast() else { return nil }
        return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }

    /// The next line with its end; nil when it has not all arrived.
    private mutating func takeWholeLine() -> ArraySlice<UInt8>? {
        guard let newline = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) else {
            return nil
        }
        defer { position = newline + 1 }
        return buffer[position...newline]
    }
}

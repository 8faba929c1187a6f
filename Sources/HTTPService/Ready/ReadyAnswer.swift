public import HTTPTypes
public import NIOCore

/// A whole answer with status 200, in the form in which HTTP/1.1 sends it.
public struct ReadyAnswer: Sendable {
    /// What an answer may have for a body: one that is larger is sent in pieces, so that a client
    /// which takes it slowly can be told from one that takes nothing.
    public static let maximumBodyBytes = TimeoutHandler.pieceBytes

    /// The status line and the fields, but for the request's id, the date and the line that ends
    /// them.
    let head: ByteBuffer
    let body: ByteBuffer

    /// The answer with these fields; nil when the body is too large for it.
    ///
    /// - Parameters:
    ///   - fields: all but the date and the length.
    ///   - body: the content.
    public init?(fields: HTTPFields, body: ByteBuffer) {
        guard body.readableBytes <= Self.maximumBodyBytes else { return nil }
        var head = ByteBuffer(string: "HTTP/1.1 200 OK\r\n")
        for field in fields {
            head.writeString("\(field.name.rawName): \(field.value)\r\n")
        }
        head.writeString("Content-Length: \(body.readableBytes)\r\n")
        self.head = head
        self.body = body
    }

    /// The size of the body.
    public var bodyBytes: Int { body.readableBytes }

    /// The bytes to send; the body by itself where it is worth a piece of its own.
    ///
    /// - Parameters:
    ///   - method: whether the body is sent at all.
    ///   - id: of the request.
    ///   - date: the field `Date` and the empty line.
    ///   - allocator: of the connection.
    /// - Returns: all of it in one or two pieces.
    func bytes(
        for method: ReadyMethod,
        id: RequestID,
        date: ByteBuffer,
        allocator: ByteBufferAllocator
    ) -> (first: ByteBuffer, rest: ByteBuffer?) {
        let joins = method == .get && body.readableBytes <= Self.maximumJoinedBytes
        let length = head.readableBytes + date.readableBytes + (joins ? body.readableBytes : 0)
        var first = allocator.buffer(capacity: length + Self.idBytes)
        first.writeImmutableBuffer(head)
        first.writeStaticString("X-Request-ID: ")
        first.writeString(id.description)
        first.writeStaticString("\r\n")
        first.writeImmutableBuffer(date)
        if joins { first.writeImmutableBuffer(body) }
        return (first, joins || method == .head ? nil : body)
    }

    /// What the field with the id takes.
    private static let idBytes = 64
    /// To copy more costs more than another piece.
    private static let maximumJoinedBytes = 8 * 1024
}

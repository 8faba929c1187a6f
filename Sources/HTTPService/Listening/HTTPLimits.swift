/// What a connection may send before it is refused, besides the body, which each route bounds.
public struct HTTPLimits: Hashable, Sendable {
    /// Bytes of the request line, and of one header field.
    public var maximumHeaderFieldBytes: Int
    /// Bytes of all header fields together.
    public var maximumHeaderBytes: Int
    /// Number of header fields.
    public var maximumHeaderFields: Int
    /// A connection that sends nothing for so long, also within a request, is closed.
    public var idleTimeout: Duration

    /// Limits that fit every real client of both servers.
    public init(
        maximumHeaderFieldBytes: Int = 32 * 1024,
        maximumHeaderBytes: Int = 64 * 1024,
        maximumHeaderFields: Int = 100,
        idleTimeout: Duration = .seconds(60)
    ) {
        self.maximumHeaderFieldBytes = maximumHeaderFieldBytes
        self.maximumHeaderBytes = maximumHeaderBytes
        self.maximumHeaderFields = maximumHeaderFields
        self.idleTimeout = idleTimeout
    }
}

/// What a connection may send and how long it may take, besides the body, which each route bounds.
public struct HTTPLimits: Hashable, Sendable {
    /// What HTTP/2 takes of a header in any case: the library takes no more of the first request.
    public static let maximumHTTP2HeaderBytes = 16 * 1024

    /// Bytes of the request line, and of one header field.
    public var maximumHeaderFieldBytes = 32 * 1024
    /// Bytes of all header fields together.
    public var maximumHeaderBytes = 64 * 1024
    /// Number of header fields.
    public var maximumHeaderFields = 100
    /// Requests that one HTTP/2 connection may have open at once.
    public var maximumStreams = 100
    /// Connections at once; one more is closed as soon as it is accepted.
    public var maximumConnections = 4096
    /// A TLS handshake that takes longer is broken off.
    public var handshakeTimeout = Duration.seconds(10)
    /// A request whose header takes longer, from its first byte on, is broken off.
    public var headerTimeout = Duration.seconds(10)
    /// A request whose body takes longer, from the end of its header on, is broken off.
    public var bodyTimeout = Duration.seconds(300)
    /// A connection that sends nothing for so long, between requests or within one, is closed.
    public var idleTimeout = Duration.seconds(60)
    /// A connection that takes nothing of its answer for so long is closed.
    public var sendTimeout = Duration.seconds(60)

    /// Limits that fit every real client of both servers.
    public init() {}
}

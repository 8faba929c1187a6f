import NIOCore
import NIOHTTPTypes

/// What one connection, or one HTTP/2 stream, waits for and how long it goes on waiting.
///
/// It reads no clock: every call is told the time.
struct ConnectionPatience {
    /// What came too late.
    enum Reason: String, CaseIterable, Sendable {
        case handshake
        case header
        case body
        case idle
        case send
    }

    private let limits: HTTPLimits
    private let kind: Kind
    private var lastActive: NIODeadline
    private var headerBegan: NIODeadline?
    private var bodyBegan: NIODeadline?
    private var stalledSince: NIODeadline?
    /// When the whole answer of a stream was written, until it has gone out.
    private var leavingSince: NIODeadline?
    /// Requests whose answer has not been written whole.
    private(set) var unanswered = 0

    /// What is watched.
    enum Kind {
        /// A connection that has requests one after the other, with pauses.
        case connection
        /// A stream with one request; pauses are the connection's.
        case stream
    }

    init(_ kind: Kind, limits: HTTPLimits, at time: NIODeadline) {
        self.kind = kind
        self.limits = limits
        lastActive = time
    }

    /// Bytes came that did not complete anything: the beginning of a header, unless of a body.
    mutating func receivedPieceOfHeader(at time: NIODeadline) {
        if bodyBegan == nil, headerBegan == nil { headerBegan = time }
    }

    /// A part of a request came.
    mutating func received(_ part: HTTPRequestPart, at time: NIODeadline) {
        lastActive = time
        switch part {
        case .head:
            headerBegan = nil
            bodyBegan = time
            unanswered += 1
        case .body: break
        case .end: bodyBegan = nil
        }
    }

    /// A whole request came, and its answer was written.
    mutating func receivedAnsweredRequest(at time: NIODeadline) {
        lastActive = time
        headerBegan = nil
    }

    /// The end of an answer was written.
    mutating func answered(at time: NIODeadline) {
        lastActive = time
        unanswered -= 1
        // A connection says so by its writability; a stream may be without a window from the start.
        if kind == .stream { leavingSince = time }
    }

    /// The whole answer has gone out.
    mutating func sent() {
        leavingSince = nil
    }

    /// The client has fallen behind in taking what is written, or has caught up.
    mutating func changedWritability(_ isWritable: Bool, at time: NIODeadline) {
        stalledSince = isWritable ? nil : time
    }

    /// The client took a piece of what is written.
    mutating func sentPiece(at time: NIODeadline) {
        if stalledSince != nil { stalledSince = time }
        if leavingSince != nil { leavingSince = time }
    }

    /// Whether a whole answer was written that has not gone out.
    var isLeaving: Bool { leavingSince != nil }

    /// When the patience ends, and for what; nil while nothing is awaited from the client.
    var end: (time: NIODeadline, reason: Reason)? {
        guard let stalled else { return awaitedFromClient }
        guard let awaitedFromClient, awaitedFromClient.time < stalled.time else { return stalled }
        return awaitedFromClient
    }

    private var awaitedFromClient: (time: NIODeadline, reason: Reason)? {
        if let bodyBegan {
            let whole = bodyBegan + TimeAmount(limits.bodyTimeout)
            let piece = lastActive + TimeAmount(limits.idleTimeout)
            return (min(whole, piece), .body)
        }
        if let headerBegan { return (headerBegan + TimeAmount(limits.headerTimeout), .header) }
        guard unanswered == 0, kind == .connection else { return nil }
        return (lastActive + TimeAmount(limits.idleTimeout), .idle)
    }

    private var stalled: (time: NIODeadline, reason: Reason)? {
        [stalledSince, leavingSince].compactMap(\.self).min()
            .map { ($0 + TimeAmount(limits.sendTimeout), .send) }
    }
}

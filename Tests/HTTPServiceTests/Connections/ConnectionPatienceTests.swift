import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Testing

@testable import HTTPService

@Suite("What a connection waits for")
struct ConnectionPatienceTests {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
    private let limits: HTTPLimits
    private let head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/")

    init() {
        var limits = HTTPLimits()
        limits.headerTimeout = .seconds(10)
        limits.bodyTimeout = .seconds(100)
        limits.idleTimeout = .seconds(60)
        limits.sendTimeout = .seconds(30)
        self.limits = limits
    }

    private func after(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

    private func patience(
        _ kind: ConnectionPatience.Kind = .connection
    ) -> ConnectionPatience {
        ConnectionPatience(kind, limits: limits, at: start)
    }

    private func expect(
        _ patience: ConnectionPatience,
        ends seconds: Int64,
        for reason: ConnectionPatience.Reason,
        _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(patience.end?.time == after(seconds), sourceLocation: location)
        #expect(patience.end?.reason == reason, sourceLocation: location)
    }

    @Test("a connection may be idle; a stream has the connection's pauses")
    func idle() {
        expect(patience(), ends: 60, for: .idle)
        #expect(patience(.stream).end == nil)
    }

    @Test("a header must come whole, however its pieces drip")
    func header() {
        var patience = patience()
        patience.receivedPieceOfHeader(at: after(5))
        patience.receivedPieceOfHeader(at: after(14))
        expect(patience, ends: 15, for: .header)
        patience.received(.head(head), at: after(14))
        patience.received(.end(nil), at: after(14))
        #expect(patience.end == nil)
    }

    @Test("a body may not pause for long, nor take for ever")
    func body() {
        var patience = patience()
        patience.received(.head(head), at: after(0))
        expect(patience, ends: 60, for: .body)
        patience.received(.body(ByteBuffer(string: "a")), at: after(50))
        expect(patience, ends: 100, for: .body)
        patience.receivedPieceOfHeader(at: after(55))
        expect(patience, ends: 100, for: .body)
        patience.received(.end(nil), at: after(99))
        #expect(patience.end == nil)
    }

    @Test("nobody is hurried while the server has the next word, and idleness begins after it")
    func answering() {
        var patience = patience()
        for _ in 0..<2 {
            patience.received(.head(head), at: after(1))
            patience.received(.end(nil), at: after(1))
        }
        patience.answered(at: after(200))
        #expect(patience.end == nil)
        patience.answered(at: after(300))
        expect(patience, ends: 360, for: .idle)
    }

    @Test("a client that takes nothing is given up; one that takes a little is not")
    func stalled() {
        var patience = patience()
        patience.received(.head(head), at: after(0))
        patience.received(.end(nil), at: after(0))
        patience.sentPiece(at: after(1))
        #expect(patience.end == nil)
        patience.changedWritability(false, at: after(2))
        expect(patience, ends: 32, for: .send)
        patience.sentPiece(at: after(31))
        expect(patience, ends: 61, for: .send)
        patience.changedWritability(true, at: after(40))
        #expect(patience.end == nil)
    }

    @Test("a stream whose answer has no window to go out by is given up, however small that is")
    func noWindow() {
        var patience = patience(.stream)
        patience.received(.head(head), at: after(0))
        patience.received(.end(nil), at: after(0))
        patience.answered(at: after(1))
        expect(patience, ends: 31, for: .send)
        patience.changedWritability(true, at: after(2))
        expect(patience, ends: 31, for: .send)
        patience.sentPiece(at: after(20))
        expect(patience, ends: 50, for: .send)
        patience.sent()
        #expect(patience.end == nil)
    }

    @Test("what ends first counts")
    func first() {
        var patience = patience()
        patience.received(.head(head), at: after(0))
        patience.changedWritability(false, at: after(10))
        expect(patience, ends: 40, for: .send)
        patience.sentPiece(at: after(39))
        expect(patience, ends: 60, for: .body)
    }
}

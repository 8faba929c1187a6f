import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Synchronization
import Testing

@testable import HTTPService

@Suite("The time-outs of a connection")
struct TimeoutHandlerTests {
    private final class Reports: Sendable {
        private let kept = Mutex<[ConnectionPatience.Reason]>([])
        var all: [ConnectionPatience.Reason] { kept.withLock { $0 } }
        func add(_ reason: ConnectionPatience.Reason) { kept.withLock { $0.append(reason) } }
    }

    private let reports = Reports()
    private let channel: EmbeddedChannel
    private let handler: TimeoutHandler
    private let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")

    init() throws {
        var limits = HTTPLimits()
        limits.headerTimeout = .seconds(10)
        limits.idleTimeout = .seconds(60)
        limits.sendTimeout = .seconds(30)
        let loop = EmbeddedEventLoop()
        handler = TimeoutHandler(
            .connection,
            limits: limits,
            at: loop.now,
            report: reports.add
        )
        channel = EmbeddedChannel(handler: handler, loop: loop)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    private func pass(_ seconds: Int64) {
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
    }

    private func receiveRequest() throws {
        try channel.writeInbound(HTTPRequestPart.head(head))
        try channel.writeInbound(HTTPRequestPart.end(nil))
    }

    private func answer(_ body: Int = 0) throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        if body > 0 {
            let buffer = ByteBuffer(repeating: 0, count: body)
            try channel.writeOutbound(HTTPResponsePart.body(buffer))
        }
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    @Test("an idle connection is closed, and one with requests is not")
    func idle() throws {
        for _ in 0..<5 {
            pass(59)
            try receiveRequest()
            pass(600)
            try answer()
        }
        #expect(channel.isActive && reports.all.isEmpty)
        pass(60)
        #expect(!channel.isActive && reports.all == [.idle])
    }

    @Test("a header that does not come to its end closes the connection sooner")
    func header() {
        pass(30)
        handler.receivedPieceOfHeader()
        pass(9)
        handler.receivedPieceOfHeader()
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive && reports.all == [.header])
    }

    @Test("an answer that nobody takes closes the connection")
    func send() throws {
        try receiveRequest()
        channel.isWritable = false
        channel.pipeline.fireChannelWritabilityChanged()
        pass(29)
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive && reports.all == [.send])
    }

    @Test("a large body is written in pieces, all of it and in order")
    func pieces() throws {
        let bytes = TimeoutHandler.pieceBytes * 2 + 1
        try receiveRequest()
        try answer(bytes)
        var sizes: [Int] = []
        while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
            if case .body(let buffer) = part { sizes.append(buffer.readableBytes) }
        }
        #expect(sizes == [TimeoutHandler.pieceBytes, TimeoutHandler.pieceBytes, 1])
    }

    @Test("a stop closes an idle connection at once, and a busy one after its answer")
    func quiesce() throws {
        try receiveRequest()
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(channel.isActive)
        try answer()
        channel.embeddedEventLoop.run()
        #expect(!channel.isActive && reports.all.isEmpty)
    }
}

import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import Testing

@testable import HTTPService

/// Without a socket: when the handler answers, and what it tells its neighbours.
@Suite("The handler of ready answers")
struct ReadyHandlerTests {
    private let ready = ReadyTarget()
    private let channel: EmbeddedChannel

    init() throws {
        var limits = HTTPLimits()
        limits.headerTimeout = .seconds(10)
        limits.idleTimeout = .seconds(60)
        let loop = EmbeddedEventLoop()
        let timeouts = TimeoutHandler(.connection, limits: limits, at: loop.now) { _ in }
        channel = EmbeddedChannel(loop: loop)
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(FirstByteHandler(timeouts))
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false,
            withErrorHandling: false
        )
        try pipeline.addHandler(ReadyHandler(ready, timeouts: timeouts))
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
        try pipeline.addHandler(timeouts)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    private func receive(_ text: String) throws {
        try channel.writeInbound(ByteBuffer(string: text))
    }

    private func requestReady() throws {
        try receive("GET /ready HTTP/1.1\r\nHost: a\r\n\r\n")
    }

    private func pass(_ seconds: Int64) {
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
    }

    /// Whether a request came through to the ordinary way.
    private var wasPassedOn: Bool {
        get throws { try channel.readInbound(as: HTTPRequestPart.self) != nil }
    }

    @Test("nothing of a request that is answered is passed on, and its answer is sent at once")
    func answered() throws {
        try requestReady()
        #expect(try !wasPassedOn)
        let sent = try #require(try channel.readOutbound(as: ByteBuffer.self))
        #expect(String(buffer: sent).hasSuffix("\r\n\r\nready\n"))
    }

    @Test("a client that takes nothing gets no more ready answers")
    func notWritable() throws {
        channel.isWritable = false
        try requestReady()
        #expect(ready.answers == 0)
        #expect(try wasPassedOn)
    }

    @Test("a request behind one that is unanswered goes the same way")
    func unanswered() throws {
        try receive("GET /other HTTP/1.1\r\nHost: a\r\n\r\n")
        try requestReady()
        #expect(ready.answers == 0)
        for _ in 0..<2 {
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
        }
        try requestReady()
        #expect(ready.answers == 1)
    }

    @Test("ready answers keep a connection from being idle, and not for longer than others do")
    func idle() throws {
        for _ in 0..<3 {
            pass(59)
            try requestReady()
        }
        pass(59)
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive)
    }

    @Test("a header in two pieces that is answered is waited for no longer")
    func pieces() throws {
        try receive("GET /ready HTTP/1.1\r\n")
        pass(9)
        try receive("Host: a\r\n\r\n")
        #expect(ready.answers == 1)
        pass(50)
        #expect(channel.isActive)
    }

    @Test("a stop closes the connection, and nothing is ready from then on")
    func stop() throws {
        try requestReady()
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        channel.embeddedEventLoop.run()
        #expect(!channel.isActive)
    }
}

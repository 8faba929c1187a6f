import NIOCore
import NIOHTTP2
import NIOHTTPTypesHTTP2

/// HTTP/2 on a connection: any number of requests at once, each on a stream of its own.
struct HTTP2Pipeline: Sendable {
    /// Where the streams come from, each with one request and its answer.
    typealias Connection = NIOHTTP2Handler.AsyncStreamMultiplexer<Unclaimed>

    let limits: HTTPLimits
    let metrics: ConnectionMetrics

    /// Puts the handlers in place.
    func connection(on channel: any Channel) throws -> Connection {
        let management = NIOHTTP2ServerConnectionManagementHandler(
            eventLoop: channel.eventLoop,
            configuration: .init(maxIdleTime: nil, maxAge: nil, maxGraceTime: nil, keepalive: nil)
        )
        let idle = HTTP2IdleHandler(
            timeout: limits.idleTimeout,
            on: channel.eventLoop,
            telling: management.http2StreamDelegate,
            metrics: metrics
        )
        let connection = try channel.pipeline.syncOperations.configureAsyncHTTP2Pipeline(
            mode: .server,
            streamDelegate: idle.streamDelegate,
            configuration: configuration
        ) { stream in
            stream.eventLoop.makeCompletedFuture { try self.stream(on: stream) }
        }
        try channel.pipeline.syncOperations.addHandlers([idle, management])
        return connection
    }

    private func stream(on channel: any Channel) throws -> Unclaimed {
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(HTTP2FramePayloadToHTTPServerCodec())
        try pipeline.addHandler(ConnectionFieldsHandler())
        try pipeline.addHandler(ContinueHandler())
        try pipeline.addHandler(
            TimeoutHandler(
                .stream,
                limits: limits,
                at: channel.eventLoop.now,
                report: metrics.timedOut
            )
        )
        return Unclaimed(try NIOAsyncChannel(wrappingChannelSynchronously: channel))
    }

    /// Windows that let an upload fill a connection with some delay, yet bound what one holds.
    private var configuration: NIOHTTP2Handler.Configuration {
        var configuration = NIOHTTP2Handler.Configuration()
        configuration.connection.initialSettings = [
            HTTP2Setting(parameter: .maxConcurrentStreams, value: limits.maximumStreams),
            HTTP2Setting(
                parameter: .maxHeaderListSize,
                value: min(limits.maximumHeaderBytes, HTTPLimits.maximumHTTP2HeaderBytes)
            ),
        ]
        configuration.connection.targetWindowSize = 1024 * 1024
        configuration.stream.targetWindowSize = 256 * 1024
        return configuration
    }
}

import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// HTTP/1.1 on a connection.
struct HTTP1Pipeline: Sendable {
    let limits: HTTPLimits
    let metrics: ConnectionMetrics
    /// Knows answers that need no waiting.
    let ready: (any ReadyResponder)?

    /// Puts the handlers in place.
    ///
    /// Pipelined requests are answered one after the other, because they are read so; errors of
    /// the parser are answered where requests are read.
    func connection(on channel: any Channel) throws -> Unclaimed {
        let pipeline = channel.pipeline.syncOperations
        let timeouts = TimeoutHandler(
            .connection,
            limits: limits,
            at: channel.eventLoop.now,
            report: metrics.timedOut
        )
        var decoderLimits = NIOHTTPDecoderLimitConfiguration()
        decoderLimits.maxHeaderFieldSize = limits.maximumHeaderFieldBytes
        decoderLimits.maxHeaderListSize = limits.maximumHeaderBytes
        decoderLimits.maxHeaderFieldCount = limits.maximumHeaderFields
        try pipeline.addHandler(FirstByteHandler(timeouts))
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false,
            withErrorHandling: false,
            withOutboundHeaderValidation: false,
            withEncoderConfiguration: .init(),
            withDecoderLimitConfiguration: decoderLimits
        )
        if let ready { try pipeline.addHandler(ReadyHandler(ready, timeouts: timeouts)) }
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
        try pipeline.addHandler(UpgradeHandler())
        try pipeline.addHandler(ContinueHandler())
        try pipeline.addHandler(timeouts)
        return Unclaimed(
            try NIOAsyncChannel(
                wrappingChannelSynchronously: channel,
                configuration: .init(isOutboundHalfClosureEnabled: true)
            )
        )
    }
}

import NIOCore
import NIOHTTPTypes

/// Closes a connection, or an HTTP/2 stream, that keeps the server waiting; and one that has
/// nothing more to do once the server stops.
///
/// The timer is set anew only when it fires, or when the time to wait becomes shorter, so that a
/// request that comes in one piece costs no timer.
final class TimeoutHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// What a large body is written in, so that progress can be seen.
    static let pieceBytes = 256 * 1024

    private var patience: ConnectionPatience
    private let report: @Sendable (ConnectionPatience.Reason) -> Void
    private var context: ChannelHandlerContext?
    private var timer: (task: Scheduled<Void>, fires: NIODeadline)?
    private var closesWhenAnswered = false
    /// Counts parts, so that bytes that made none are noticed.
    private(set) var receivedParts = 0

    /// A handler whose patience begins at `time`; `report` is told what came too late.
    init(
        _ kind: ConnectionPatience.Kind,
        limits: HTTPLimits,
        at time: NIODeadline,
        report: @escaping @Sendable (ConnectionPatience.Reason) -> Void
    ) {
        patience = ConnectionPatience(kind, limits: limits, at: time)
        self.report = report
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        watch(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        timer?.task.cancel()
        timer = nil
    }

    /// Bytes came that made no part of a request.
    func receivedPieceOfHeader() {
        guard let context else { return }
        patience.receivedPieceOfHeader(at: context.eventLoop.now)
        watch(context)
    }

    /// A request came whole and was answered before it got here.
    func answeredElsewhere() {
        receivedParts &+= 1
        guard let context else { return }
        patience.receivedAnsweredRequest(at: context.eventLoop.now)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        receivedParts &+= 1
        patience.received(unwrapInboundIn(data), at: context.eventLoop.now)
        watch(context)
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        patience.changedWritability(context.channel.isWritable, at: context.eventLoop.now)
        watch(context)
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        closesWhenAnswered = true
        if patience.unanswered == 0 { context.close(promise: nil) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .body(let buffer) where buffer.readableBytes > Self.pieceBytes:
            writePieces(of: buffer, context: context, promise: promise)
        case .end:
            patience.answered(at: context.eventLoop.now)
            if closesWhenAnswered, patience.unanswered == 0 {
                writeAndClose(data, context: context, promise: promise)
            } else {
                context.write(data, promise: noting(promise, context: context))
                watch(context)
            }
        case .head, .body:
            context.write(data, promise: promise)
        }
    }

    private func writePieces(
        of buffer: ByteBuffer,
        context: ChannelHandlerContext,
        promise: EventLoopPromise<Void>?
    ) {
        var rest = buffer
        while let piece = rest.readSlice(length: min(rest.readableBytes, Self.pieceBytes)),
            piece.readableBytes > 0
        {
            let written = context.eventLoop.makePromise(of: Void.self)
            written.futureResult.assumeIsolated()
                .whenSuccess {
                    self.patience.sentPiece(at: context.eventLoop.now)
                }
            if rest.readableBytes == 0 { written.futureResult.cascade(to: promise) }
            context.write(wrapOutboundOut(.body(piece)), promise: written)
        }
    }

    /// Notes when the end of an answer has gone out.
    private func noting(
        _ promise: EventLoopPromise<Void>?,
        context: ChannelHandlerContext
    ) -> EventLoopPromise<Void>? {
        guard patience.isLeaving else { return promise }
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenSuccess { self.patience.sent() }
        return written
    }

    /// Closing at once would drop what the client has not taken yet.
    private func writeAndClose(
        _ data: NIOAny,
        context: ChannelHandlerContext,
        promise: EventLoopPromise<Void>?
    ) {
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        context.writeAndFlush(data, promise: written)
    }

    private func watch(_ context: ChannelHandlerContext) {
        guard let end = patience.end else { return }
        if let timer {
            if timer.fires <= end.time { return }
            timer.task.cancel()
        }
        let task = context.eventLoop.assumeIsolated()
            .scheduleTask(deadline: end.time) { self.fire(context) }
        timer = (task, end.time)
    }

    private func fire(_ context: ChannelHandlerContext) {
        timer = nil
        guard let end = patience.end, end.time <= context.eventLoop.now else {
            return watch(context)
        }
        report(end.reason)
        context.close(promise: nil)
    }
}

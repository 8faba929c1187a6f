import NIOCore
import NIOHTTP2

/// Takes leave of an HTTP/2 connection that has had no stream for a while, and closes one that
/// does not answer the leave-taking.
///
/// The saying goodbye itself, with its frames, is that of the management handler behind this one.
final class HTTP2IdleHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTP2Frame
    typealias InboundOut = HTTP2Frame

    /// What a client may take to answer a goodbye.
    static let graceTime = TimeAmount.seconds(5)

    private let timeout: TimeAmount
    private let loop: any EventLoop
    private let next: any NIOHTTP2StreamDelegate
    private let metrics: ConnectionMetrics
    private var context: ChannelHandlerContext?
    private var timer: Scheduled<Void>?
    private var openStreams = 0
    private var isLeaving = false

    init(
        timeout: Duration,
        on loop: any EventLoop,
        telling next: any NIOHTTP2StreamDelegate,
        metrics: ConnectionMetrics
    ) {
        self.timeout = TimeAmount(timeout)
        self.loop = loop
        self.next = next
        self.metrics = metrics
    }

    /// Counts the streams of the connection, and tells the next delegate of each.
    var streamDelegate: some NIOHTTP2StreamDelegate {
        StreamCount(handler: NIOLoopBound(self, eventLoop: loop))
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        wait(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        timer?.cancel()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        context.fireUserInboundEventTriggered(event)
        guard event is ChannelShouldQuiesceEvent, !isLeaving else { return }
        isLeaving = true
        if openStreams == 0 { wait(context) }
    }

    /// An error of one stream has ended that stream already.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if !(error is NIOHTTP2Errors.StreamError) { context.close(promise: nil) }
    }

    private func wait(_ context: ChannelHandlerContext) {
        timer?.cancel()
        timer = context.eventLoop.assumeIsolated()
            .scheduleTask(in: isLeaving ? Self.graceTime : timeout) { self.fire(context) }
    }

    private func fire(_ context: ChannelHandlerContext) {
        guard openStreams == 0 else { return }
        if isLeaving { return context.close(promise: nil) }
        metrics.timedOut(.idle)
        isLeaving = true
        context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        wait(context)
    }

    private func opened() {
        openStreams += 1
        timer?.cancel()
    }

    private func closed() {
        openStreams -= 1
        if openStreams == 0, let context { wait(context) }
    }

    private struct StreamCount: NIOHTTP2StreamDelegate {
        let handler: NIOLoopBound<HTTP2IdleHandler>

        func streamCreated(_ id: HTTP2StreamID, channel: any Channel) {
            handler.value.opened()
            handler.value.next.streamCreated(id, channel: channel)
        }

        func streamClosed(_ id: HTTP2StreamID, channel: any Channel) {
            handler.value.closed()
            handler.value.next.streamClosed(id, channel: channel)
        }
    }
}

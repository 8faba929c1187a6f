import NIOCore
import NIOTLS

/// Ends a connection whose TLS handshake does not come to its end: too slow, failed, or overtaken
/// by the stop of the server.
final class HandshakeGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let timeout: TimeAmount
    private let metrics: ConnectionMetrics
    private var timer: Scheduled<Void>?

    init(timeout: Duration, metrics: ConnectionMetrics) {
        self.timeout = TimeAmount(timeout)
        self.metrics = metrics
    }

    func handlerAdded(context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated()
            .scheduleTask(in: timeout) {
                self.metrics.timedOut(.handshake)
                context.close(promise: nil)
            }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        context.fireUserInboundEventTriggered(event)
        if case .handshakeCompleted? = event as? TLSUserEvent {
            timer?.cancel()
            context.pipeline.syncOperations.removeHandler(self, promise: nil)
        } else if event is ChannelShouldQuiesceEvent {
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        metrics.handshakeFailed()
        context.fireErrorCaught(error)
        context.close(promise: nil)
    }
}

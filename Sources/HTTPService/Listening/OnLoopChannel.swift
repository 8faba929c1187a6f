import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// A child channel whose requests are handled on its own event loop.
///
/// The hops between the loop and the shared pool cost a seventh of the CPU of a plain request and
/// a third of one over TLS. The price: a handler must not block.
struct OnLoopChannel<Base: ServerChildChannel>: ServerChildChannel {
    let base: Base

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        base.setup(channel: channel, logger: logger)
    }

    func handle(value: Base.Value, logger: Logger) async {
        await withTaskExecutorPreference(EventLoopTaskExecutor(value.channel.eventLoop)) {
            await base.handle(value: value, logger: logger)
        }
    }
}

extension HTTPServerBuilder {
    /// HTTP/1.1 within `limits`, handled on the connection's event loop.
    static func onLoop(limits: HTTPLimits) -> HTTPServerBuilder {
        let configuration = HTTP1Channel.Configuration(
            additionalChannelHandlers: [ContinueHandler()],
            idleTimeout: TimeAmount(limits.idleTimeout),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.maximumHeaderFieldBytes,
                maxHeaderListSize: limits.maximumHeaderBytes,
                maxHeaderFieldCount: limits.maximumHeaderFields
            )
        )
        return HTTPServerBuilder {
            OnLoopChannel(base: HTTP1Channel(responder: $0, configuration: configuration))
        }
    }
}

import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP2
import NIOTLS

/// A connection: TLS where there is an identity, then HTTP/2 or HTTP/1.1 as the client chose.
///
/// Requests are handled on the connection's own event loop. The hops between the loop and the
/// shared pool cost a seventh of the CPU of a plain request and a third of one over TLS. The
/// price: a handler must not block.
struct ServerChannel: HTTPChannelHandler {
    let responder: Responder
    let http1: HTTP1Pipeline
    let http2: HTTP2Pipeline
    let identity: TLSIdentity?
    let gate: ConnectionGate

    /// A connection whose protocol may still have to be agreed on.
    struct Value: ServerChildChannelValue {
        let channel: any Channel
        let agreed: EventLoopFuture<AgreedProtocol>
    }

    /// What the client chose.
    enum AgreedProtocol: Sendable {
        case http1(Unclaimed)
        case http2(HTTP2Pipeline.Connection)
    }

    init(
        responder: @escaping Responder,
        ready: (any ReadyResponder)?,
        identity: TLSIdentity?,
        limits: HTTPLimits,
        metrics: ConnectionMetrics
    ) {
        self.responder = responder
        self.identity = identity
        http1 = HTTP1Pipeline(limits: limits, metrics: metrics, ready: ready)
        http2 = HTTP2Pipeline(limits: limits, metrics: metrics)
        gate = ConnectionGate(limits: limits, metrics: metrics)
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            try gate.admit(channel)
            guard let identity else {
                let connection = AgreedProtocol.http1(try http1.connection(on: channel))
                let agreed = channel.eventLoop.makeSucceededFuture(connection)
                return Value(channel: channel, agreed: agreed)
            }
            return Value(channel: channel, agreed: try secure(channel, as: identity))
        }
    }

    func handle(value: Value, logger: Logger) async {
        let channel = value.channel
        await withTaskCancellationHandler {
            await withTaskExecutorPreference(EventLoopTaskExecutor(channel.eventLoop)) {
                switch try? await value.agreed.get() {
                case .http1(let connection):
                    await handle(connection, logger: logger)
                case .http2(let connection):
                    await handle(connection, logger: logger)
                case nil:
                    channel.close(promise: nil)
                }
            }
        } onCancel: {
            // What has not finished when the time for finishing is over.
            channel.close(promise: nil)
        }
    }

    private func handle(_ requests: Unclaimed, logger: Logger) async {
        guard let channel = requests.claim() else { return }
        await handleHTTP(asyncChannel: channel, logger: logger)
    }

    private func handle(_ connection: HTTP2Pipeline.Connection, logger: Logger) async {
        await withDiscardingTaskGroup { group in
            do {
                for try await stream in connection.inbound {
                    group.addTask { await handle(stream, logger: logger) }
                }
            } catch {
                logger.debug("HTTP/2 connection broke", metadata: ["error": "\(error)"])
            }
        }
    }

    private func secure(
        _ channel: any Channel,
        as identity: TLSIdentity
    ) throws -> EventLoopFuture<AgreedProtocol> {
        let agreement = NIOTypedApplicationProtocolNegotiationHandler<AgreedProtocol> { result in
            channel.eventLoop.makeCompletedFuture {
                switch result {
                case .negotiated("h2"): .http2(try http2.connection(on: channel))
                case .negotiated, .fallback: .http1(try http1.connection(on: channel))
                }
            }
        }
        try gate.secure(channel, as: identity)
        try channel.pipeline.syncOperations.addHandler(agreement)
        return agreement.protocolNegotiationResult
    }
}

import NIOCore
import NIOSSL

/// Lets a limited number of connections in, and puts TLS before what they say.
struct ConnectionGate: Sendable {
    let metrics: ConnectionMetrics
    private let places: Capacity
    private let limits: HTTPLimits

    init(limits: HTTPLimits, metrics: ConnectionMetrics) {
        self.metrics = metrics
        self.limits = limits
        places = Capacity(limits.maximumConnections)
    }

    /// Takes a place, which is given back when the connection closes.
    ///
    /// - Throws: when there is none; the connection is closed then.
    func admit(_ channel: any Channel) throws {
        guard places.take() else {
            metrics.refusedOne()
            channel.close(promise: nil)
            throw ChannelError.ioOnClosedChannel
        }
        metrics.opened()
        channel.closeFuture.whenComplete { [places, metrics] _ in
            places.give()
            metrics.closed()
        }
    }

    /// Asks for a handshake, and breaks off one that does not come to its end.
    func secure(_ channel: any Channel, as identity: TLSIdentity) throws {
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(NIOSSLServerHandler(context: identity.context))
        try pipeline.addHandler(
            HandshakeGuard(timeout: limits.handshakeTimeout, metrics: metrics)
        )
    }
}

import GRPCNIOTransportHTTP2Posix
import HTTPService
import NIOCore

/// Gives the gRPC library connections over TLS whose certificates follow their files.
struct SignerListener: HTTP2ServerTransport.ListenerFactory {
    let listener: SecureListener

    var eventLoopGroup: any EventLoopGroup { listener.group }

    func makeListeningChannel(
        listenerConfigurator: HTTP2ServerTransport.ListenerConfigurator,
        connectionConfigurator: HTTP2ServerTransport.ConnectionConfigurator
    ) async throws -> NIOAsyncChannel<
        HTTP2ServerTransport.ConnectionConfigurator.ConnectionChannel, Never
    > {
        try await listener.bind {
            listenerConfigurator.configure(channel: $0)
        } connect: {
            connectionConfigurator.configure(channel: $0, tls: .configured(requireALPN: false))
        }
    }
}

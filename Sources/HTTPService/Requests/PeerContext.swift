public import Hummingbird
import NIOCore
import NIOSSL

/// The context of a request that knows who is at the other end of the connection.
public struct PeerContext: RequestContext {
    /// What every context has.
    public var coreContext: CoreRequestContextStorage
    private let channel: any Channel

    /// The context of a request on a connection.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Address and port of the other end, which may be a proxy; nil without a connection.
    public var address: String? {
        guard let address = channel.remoteAddress, let host = address.ipAddress,
            let port = address.port
        else { return nil }
        return ListenAddress(host: host, port: port).description
    }

    /// The certificate that the other end showed, verified, DER; nil without one.
    public var certificate: [UInt8]? {
        get async {
            // A request of HTTP/2 has a channel of its own, within that of the connection; the
            // parent of a connection is the listener, which may live on another loop.
            let channels = [channel, channel.parent].compactMap(\.self)
                .filter { $0.eventLoop === channel.eventLoop }
            for channel in channels {
                if let certificate = await Self.certificate(on: channel) {
                    return try? certificate.toDERBytes()
                }
            }
            return nil
        }
    }

    /// Without waiting where the request is handled on the event loop of its connection.
    private static func certificate(on channel: any Channel) async -> NIOSSLCertificate? {
        if channel.eventLoop.inEventLoop {
            return try? channel.pipeline.syncOperations.nioSSL_peerCertificate()
        }
        return try? await channel.nioSSL_peerCertificate().get()
    }
}

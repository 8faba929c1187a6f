public import Logging
public import NIOCore
import NIOPosix
public import ServiceLifecycle

/// A listener for a server that speaks something else than requests of HTTP, over TLS always.
///
/// Certificates follow their files, and connections are limited in number and in the time that
/// their handshake takes, as those of ``HTTPServer``.
public struct SecureListener: Service, Reloadable {
    /// Where the connections' work is done.
    public let group: any EventLoopGroup

    private let listener: Listener
    private let identity: TLSIdentity
    private let gate: ConnectionGate
    private let logger: Logger

    /// Reads the certificates, so that a bad one is found; nothing is bound yet.
    ///
    /// - Parameters:
    ///   - listener: where and how to listen.
    ///   - files: the certificates.
    ///   - registry: gets the metrics of connections and certificates.
    ///   - logger: for the listener and its connections.
    /// - Throws: ``ListenerError`` when the TLS files cannot be used.
    public init(
        _ listener: Listener,
        files: TLSFiles,
        registry: MetricsRegistry = MetricsRegistry(),
        logger: Logger
    ) throws(ListenerError) {
        var listener = listener
        listener.tls = files
        listener.limits = HTTPServer.possible(listener.limits, logger: logger)
        self.listener = listener
        self.logger = logger
        identity = try TLSIdentity(files: files, registry: registry, logger: logger)
        gate = ConnectionGate(
            limits: listener.limits,
            metrics: ConnectionMetrics(registry: registry)
        )
        group = MultiThreadedEventLoopGroup.singleton
    }

    /// Follows the files until a graceful shutdown is triggered.
    public func run() async throws {
        try await identity.run()
    }

    /// Looks at the certificate files at once.
    public func reload() {
        identity.refresh()
    }

    /// Binds, and says so in the log and in the listener's port file.
    ///
    /// - Parameters:
    ///   - configure: prepares the listening channel.
    ///   - connect: prepares a connection, behind TLS.
    /// - Returns: the connections.
    /// - Throws: ``ListenerError/cannotListen(_:reason:)``.
    public func bind<Connection: Sendable>(
        configure: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>,
        connect: @escaping @Sendable (any Channel) -> EventLoopFuture<Connection>
    ) async throws -> NIOAsyncChannel<Connection, Never> {
        let host = listener.address.bindingHost(hasIPv6: HTTPServer.hasIPv6)
        let channel: NIOAsyncChannel<Connection, Never>
        do {
            channel = try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: Int32(HTTPServer.backlog))
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .serverChannelInitializer(configure)
                .bind(host: host, port: listener.address.port) { channel in
                    channel.eventLoop
                        .makeCompletedFuture {
                            try gate.admit(channel)
                            try gate.secure(channel, as: identity)
                        }
                        .flatMap { connect(channel) }
                }
        } catch {
            throw ListenerError.cannotListen(listener.address, reason: "\(error)")
        }
        listener.announce(boundTo: channel.channel.localAddress, logger: logger)
        return channel
    }
}

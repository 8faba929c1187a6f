public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ServiceLifecycle

/// One listener and what answers on it, as a service.
///
/// Requests are handled on the event loop of their connection: what blocks, or computes for
/// milliseconds, must hop off (`withTaskExecutorPreference(globalConcurrentExecutor)`).
public struct HTTPServer: Service, Reloadable, CustomStringConvertible {
    private let application: any Service
    private let listener: Listener
    private let identity: TLSIdentity?

    /// A server that binds when it is run; certificates are read now, so that a bad one is found.
    ///
    /// The line `listening on URL` is logged, and the listener's port file written, once it does.
    ///
    /// - Parameters:
    ///   - listener: where and how to listen.
    ///   - responder: answers what comes.
    ///   - ready: is asked before it; must answer only what everyone may be told who can connect.
    ///   - registry: gets the metrics of connections and certificates.
    ///   - logger: for the server and its connections.
    /// - Throws: ``ListenerError`` when the TLS files cannot be used.
    public init<Responder: HTTPResponder>(
        listener: Listener,
        responder: Responder,
        ready: (any ReadyResponder)? = nil,
        registry: MetricsRegistry = MetricsRegistry(),
        logger: Logger
    ) throws(ListenerError)
    where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        let identity: TLSIdentity? =
            if let files = listener.tls {
                try TLSIdentity(files: files, registry: registry, logger: logger)
            } else {
                nil
            }
        let metrics = ConnectionMetrics(registry: registry)
        let limits = Self.possible(listener.limits, logger: logger)
        self.listener = listener
        self.identity = identity
        self.application = Application(
            responder: responder,
            server: HTTPServerBuilder { responder in
                ServerChannel(
                    responder: responder,
                    ready: ready,
                    identity: identity,
                    limits: limits,
                    metrics: metrics
                )
            },
            configuration: .init(
                address: .hostname(
                    listener.address.bindingHost(hasIPv6: Self.hasIPv6),
                    port: listener.address.port
                ),
                backlog: Self.backlog
            ),
            services: identity.map { [$0] } ?? [],
            onServerRunning: { listener.announce(boundTo: $0.localAddress, logger: logger) },
            logger: logger
        )
    }

    /// Serves until a graceful shutdown is triggered, then finishes what runs.
    ///
    /// - Throws: ``ListenerError/cannotListen(_:reason:)``, or what ended the server otherwise.
    public func run() async throws {
        do {
            try await application.run()
        } catch let error as IOError {
            throw ListenerError.cannotListen(listener.address, reason: error.description)
        }
    }

    /// Looks at the certificate files at once.
    public func reload() {
        identity?.refresh()
    }

    /// Its URL as configured.
    public var description: String { "\(listener.scheme)://\(listener.address)" }

    /// The system may let fewer files be open than connections are wanted.
    static func possible(_ limits: HTTPLimits, logger: Logger) -> HTTPLimits {
        var possible = limits
        possible.maximumConnections = OpenFiles.connections(of: limits.maximumConnections)
        if possible.maximumConnections < limits.maximumConnections {
            logger.warning(
                "the limit of open files allows fewer connections",
                metadata: [
                    "wanted": .stringConvertible(limits.maximumConnections),
                    "allowed": .stringConvertible(possible.maximumConnections),
                ]
            )
        }
        return possible
    }

    /// Connections that wait to be accepted.
    static let backlog = 1024

    static var hasIPv6: Bool {
        let devices = (try? System.enumerateDevices()) ?? []
        return devices.contains { $0.address?.protocol == .inet6 }
    }
}

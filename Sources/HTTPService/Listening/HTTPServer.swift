public import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
public import ServiceLifecycle

/// One listener and what answers on it, as a service.
///
/// Requests are handled on the event loop of their connection: what blocks, or computes for
/// milliseconds, must hop off (`withTaskExecutorPreference(globalConcurrentExecutor)`).
public struct HTTPServer: Service, CustomStringConvertible {
    private let application: any Service
    private let listener: Listener

    /// A server that binds when it is run; certificates are read now, so that a bad one is found.
    ///
    /// The line `listening on URL` is logged, and the listener's port file written, once it does.
    ///
    /// - Throws: ``ListenerError`` when the TLS files cannot be used.
    public init<Responder: HTTPResponder>(
        listener: Listener,
        responder: Responder,
        logger: Logger
    ) throws(ListenerError)
    where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        let identity: TLSIdentity? =
            if let files = listener.tls {
                try TLSIdentity(files: files, logger: logger)
            } else {
                nil
            }
        self.listener = listener
        self.application = Application(
            responder: responder,
            server: try Self.builder(listener: listener, identity: identity),
            configuration: .init(
                address: .hostname(listener.address.host, port: listener.address.port)
            ),
            services: identity.map { [$0] } ?? [],
            onServerRunning: { Self.announce(listener, boundTo: $0.localAddress, logger: logger) },
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

    /// Its URL as configured.
    public var description: String { "\(listener.scheme)://\(listener.address)" }

    private static func builder(
        listener: Listener,
        identity: TLSIdentity?
    ) throws(ListenerError) -> HTTPServerBuilder {
        let plain = HTTPServerBuilder.onLoop(limits: listener.limits)
        guard let identity, let files = listener.tls else { return plain }
        do {
            return try .tls(plain, tlsConfiguration: identity.configuration)
        } catch {
            throw .unusableCertificate(
                certificate: files.certificate,
                key: files.key,
                reason: "\(error)"
            )
        }
    }

    private static func announce(
        _ listener: Listener,
        boundTo bound: SocketAddress?,
        logger: Logger
    ) {
        let port = bound?.port ?? listener.address.port
        let address = ListenAddress(host: listener.address.host, port: port)
        logger.notice("listening on \(listener.scheme)://\(address)")
        guard let file = listener.portFile else { return }
        do {
            try PortFile.write(port: port, to: file)
        } catch {
            logger.error(
                "cannot write port file",
                metadata: ["file": "\(file)", "error": "\(error)"]
            )
        }
    }
}

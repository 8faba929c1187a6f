import GRPCCore
import GRPCNIOTransportHTTP2Posix
import HTTPService
import NotarySigner
import ServiceLifecycle
import SignerProtocol

/// Serves notary-signer's protocol.
struct SignerServer: Service, Reloadable {
    private let listener: SecureListener
    private let server: GRPCServer<HTTP2ServerTransport.Custom<SignerListener>>

    /// A server that binds when it is run.
    init(_ handler: SignerService, on listener: SecureListener) {
        self.listener = listener
        var configuration = HTTP2ServerTransport.Custom<SignerListener>.Config.defaults
        configuration.http2.maxConcurrentStreams = 256
        server = GRPCServer(
            transport: HTTP2ServerTransport.Custom(
                listenerFactory: SignerListener(listener: listener),
                config: configuration
            ),
            services: [SignerRPCService(handler)]
        )
    }

    /// Serves until a graceful shutdown is triggered, then finishes the calls that run.
    func run() async throws {
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await listener.run() }
                try await serve()
                group.cancelAll()
            }
        } onGracefulShutdown: {
            server.beginGracefulShutdown()
        }
    }

    /// See ``SecureListener/reload()``.
    func reload() {
        listener.reload()
    }

    /// What the listener threw is worth more than that the library saw it.
    private func serve() async throws {
        do {
            try await server.serve()
        } catch let error as RuntimeError {
            throw error.cause ?? error
        }
    }
}

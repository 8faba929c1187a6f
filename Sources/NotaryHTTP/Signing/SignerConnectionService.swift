import GRPCCore
import NotarySigner
import ServiceLifecycle

/// Keeps the connection to a signer for as long as the server runs.
struct SignerConnectionService<Transport: ClientTransport>: Service {
    private let signing: RemoteSigningService<Transport>

    init(_ signing: RemoteSigningService<Transport>) {
        self.signing = signing
    }

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await signing.run()
        }
    }
}

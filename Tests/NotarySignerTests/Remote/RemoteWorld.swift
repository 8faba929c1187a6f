import GRPCCore
import GRPCInProcessTransport
import NotaryService
import NotarySigner
import NotaryStorage
import SignerProtocol
import TUFCore

/// A server's side and a signer double in one process, joined by the gRPC library itself.
struct RemoteWorld: Sendable {
    typealias Service = RemoteSigningService<InProcessTransport.Client>

    let signer: SignerDouble
    let records: InMemoryKeyRecordStore
    let service: Service
    let gun: GUN

    /// Runs `body` while both sides run.
    static func with(
        signer: SignerDouble = SignerDouble(),
        records: InMemoryKeyRecordStore = InMemoryKeyRecordStore(),
        limits: RemoteLimits = RemoteLimits(timeout: .seconds(600)),
        _ body: (RemoteWorld) async throws -> Void
    ) async throws {
        let transport = InProcessTransport()
        let server = GRPCServer(
            transport: transport.server,
            services: [SignerRPCService(signer)]
        )
        let service = Service(
            over: GRPCClient(transport: transport.client),
            records: records,
            limits: limits
        )
        let world = RemoteWorld(
            signer: signer,
            records: records,
            service: service,
            gun: try GUN("lab/app")
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.serve() }
            group.addTask { try await service.run() }
            try await body(world)
            group.cancelAll()
            server.beginGracefulShutdown()
        }
    }

    /// The key for the timestamps of ``gun``.
    func key(_ algorithm: KeyAlgorithm = .ecdsa) async throws -> Key {
        try await service.unusedKey(for: .timestamp, of: gun, algorithm: algorithm)
    }

    /// A signature by `key` for the timestamps of ``gun``; nil when the service does not hold it.
    func signature(by key: Key, over message: [UInt8]) async throws -> [UInt8]? {
        try await service.signer(for: key.id, as: .timestamp, of: gun)?.signature(over: message)
    }
}

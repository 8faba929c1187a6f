import GRPCCore
import GRPCInProcessTransport
import Logging
import NotaryService
import NotarySigner
import NotaryStorage
import SignerProtocol
import TUFCore
import Testing

@Suite("A signer's answers")
struct SignerServiceTests {
    typealias Client = SignerClient<InProcessTransport.Client>

    private static let now = UTCTime(seconds: 1_798_761_600)
    private static let passphrases = ["NOTARY_SIGNER_DEFAULT": "one"]
    private let store = InMemoryKeyStore()

    /// Runs `body` with a client of the signer under test.
    private func with(
        passphrases: [String: String] = passphrases,
        alias: String = "default",
        _ body: (Client) async throws -> Void
    ) async throws {
        let signing = LocalSigningService(
            store: store,
            passphrases: try Passphrases(environment: passphrases, defaultAlias: alias),
            now: { Self.now }
        )
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let transport = InProcessTransport()
        let server = GRPCServer(
            transport: transport.server,
            services: [SignerRPCService(SignerService(signing, logger: logger))]
        )
        let connection = GRPCClient(transport: transport.client)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.serve() }
            group.addTask { try await connection.runConnections() }
            try await body(Client(connection, timeout: .seconds(600)))
            connection.beginGracefulShutdown()
            server.beginGracefulShutdown()
        }
    }

    private func request(
        _ algorithm: String = "ecdsa",
        gun: String = "lab/app",
        role: String = "timestamp"
    ) -> CreateKeyRequest {
        CreateKeyRequest(algorithm: algorithm, gun: gun, role: role)
    }

    private func key(_ created: CreatedKey) throws -> Key {
        let name = try #require(created.keyInfo?.algorithm?.name)
        let key = Key(notary: KeyType(name), publicBytes: created.publicKey)
        #expect(created.keyInfo?.keyID?.id == key.id.hex)
        return key
    }

    @Test("a key that was made signs, and is described", arguments: ["ecdsa", "ed25519"])
    func signs(algorithm: String) async throws {
        try await with { client in
            let key = try key(await client.createKey(request(algorithm)))
            let reference = KeyReference(id: key.id.hex)
            let info = try await client.keyInfo(reference)
            #expect(info.keyInfo == KeyInfo(id: key.id.hex, algorithm: algorithm))
            #expect(info.publicKey == key.publicBytes)
            #expect(info.role == "timestamp")
            let reply = try await client.sign(
                SignatureRequest(keyID: reference, content: [1, 2, 3])
            )
            #expect(reply.keyInfo == info.keyInfo)
            #expect(reply.content.count == 64)
            let method = try #require(reply.algorithm?.name)
            let scheme = try #require(NotaryDialect().scheme(of: key, for: method))
            let publicKey = try #require(key.publicKey)
            #expect(publicKey.isValidSignature(reply.content, scheme: scheme, over: [1, 2, 3]))
        }
    }

    @Test("a key that never signed is given again, one that has signed is not")
    func unused() async throws {
        try await with { client in
            let first = try await client.createKey(request())
            let again = try await client.createKey(request())
            #expect(again == first)
            let id = try #require(first.keyInfo?.keyID)
            _ = try await client.sign(SignatureRequest(keyID: id, content: []))
            #expect(try await store.key(KeyID(id.id))?.usedAt == Self.now)
            let next = try await client.createKey(request())
            #expect(next != first)
        }
    }

    @Test("no two purposes get the same key")
    func purposes() async throws {
        try await with { client in
            var ids: Set<String?> = []
            for other in [
                request(), request("ed25519"), request(gun: "lab/App"), request(role: "snapshot"),
                request(role: "root"), request(role: "targets/releases"),
            ] {
                ids.insert(try await client.createKey(other).keyInfo?.keyID?.id)
            }
            #expect(ids.count == 6)
        }
    }

    @Test(
        "algorithms that are not made here are refused in the original's words",
        arguments: ["rsa", "", "ECDSA", "ecdsa-x509"]
    )
    func algorithms(name: String) async throws {
        try await with { client in
            await #expect(
                throws: CallError(.unknown, "algorithm \(name) not supported for create key")
            ) { try await client.createKey(request(name)) }
        }
    }

    @Test("names of no role and no repository are refused")
    func names() async throws {
        try await with { client in
            for bad in [request(role: ""), request(role: "none"), request(gun: "")] {
                let error = await #expect(throws: CallError.self) {
                    try await client.createKey(bad)
                }
                #expect(error?.code == .invalidArgument)
            }
        }
    }

    @Test(
        "keys that are not here are not found, whatever their ids are",
        arguments: [
            "", "0", String(repeating: "0", count: 64), String(repeating: "x", count: 4096),
        ]
    )
    func notFound(id: String) async throws {
        try await with { client in
            await #expect(throws: CallError(.notFound, "key \(id) not found")) {
                try await client.keyInfo(KeyReference(id: id))
            }
            try await client.deleteKey(KeyReference(id: id))
            guard !id.isEmpty else { return }
            await #expect(throws: CallError(.notFound, "signing key not found: \(id)")) {
                try await client.sign(
                    SignatureRequest(keyID: KeyReference(id: id), content: [1])
                )
            }
        }
    }

    @Test("a request without a key id, of which the original dies, is refused")
    func noKey() async throws {
        try await with { client in
            var without = SignatureRequest()
            without.content = [1]
            for request in [without, SignatureRequest(keyID: KeyReference(), content: [])] {
                let error = await #expect(throws: CallError.self) {
                    try await client.sign(request)
                }
                #expect(error?.code == .invalidArgument)
            }
            _ = try await client.createKey(request())
        }
    }

    @Test("a key that was given up is gone, and another is made")
    func deleted() async throws {
        try await with { client in
            let first = try await client.createKey(request())
            let id = try #require(first.keyInfo?.keyID)
            try await client.deleteKey(id)
            await #expect(throws: CallError(.notFound, "key \(id.id) not found")) {
                try await client.keyInfo(id)
            }
            await #expect(throws: CallError(.notFound, "signing key not found: \(id.id)")) {
                try await client.sign(SignatureRequest(keyID: id, content: []))
            }
            let next = try await client.createKey(request())
            #expect(next != first)
        }
    }

    @Test("a key whose passphrase is missing is not said to be missing itself")
    func missingPassphrase() async throws {
        var made: KeyReference?
        try await with { client in
            made = try await client.createKey(request()).keyInfo?.keyID
        }
        let id = try #require(made)
        let next = ["NOTARY_SIGNER_NEXT": "two"]
        try await with(passphrases: next, alias: "next") { client in
            let unusable = CallError(.internalError, "key \(id.id) cannot be used")
            await #expect(throws: unusable) { try await client.keyInfo(id) }
            await #expect(throws: unusable) {
                try await client.sign(SignatureRequest(keyID: id, content: []))
            }
            await #expect(throws: CallError(.internalError, "Key creation failed")) {
                try await client.createKey(request())
            }
            let health = try await client.checkHealth(HealthRequest(service: ""))
            #expect(health.status == .notServing)
            _ = try await client.createKey(request(gun: "lab/other"))
        }
    }

    @Test("is healthy by the names that notary-server asks for, and by no other")
    func health() async throws {
        try await with { client in
            for service in HealthService.allCases {
                let request = HealthRequest(service: service.rawValue)
                let reply = try await client.checkHealth(request)
                #expect(reply.status == .serving)
            }
            await #expect(throws: CallError(.notFound, "unknown service")) {
                try await client.checkHealth(HealthRequest(service: "proto.Signer"))
            }
        }
    }

    @Test("bytes that are no message are refused, and the next call is answered")
    func garbage() async throws {
        let transport = InProcessTransport()
        let signer = SignerDouble()
        let server = GRPCServer(
            transport: transport.server,
            services: [SignerRPCService(signer)]
        )
        let connection = GRPCClient(transport: transport.client)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.serve() }
            group.addTask { try await connection.runConnections() }
            let error = await #expect(throws: RPCError.self) {
                try await connection.unary(
                    request: ClientRequest(message: [0xFF]),
                    descriptor: SignerMethod.createKey,
                    serializer: BytesSerializer(),
                    deserializer: WireDeserializer<CreatedKey>(),
                    options: .defaults
                ) { try $0.message }
            }
            #expect(error?.code == .internalError)
            #expect(error?.message == "cannot read the message: the message ends within a field")
            _ = try await Client(connection, timeout: .seconds(600)).createKey(request())
            connection.beginGracefulShutdown()
            server.beginGracefulShutdown()
        }
    }
}

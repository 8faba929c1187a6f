import GRPCCore
import GRPCNIOTransportHTTP2Posix
import NotaryService
import NotarySigner
import NotaryStorage
import TUFCore
import Testing

/// Our client side and Debian's real `notary-signer`.
@Suite("Debian's notary-signer, asked for keys and signatures", .serialized)
struct DebianNotarySignerTests {
    typealias Service = RemoteSigningService<HTTP2ClientTransport.Posix>

    private let certificates: SignerCertificates
    private let signer: DebianNotarySigner
    private let gun: GUN

    init() async throws {
        certificates = try await SignerCertificates()
        signer = try await DebianNotarySigner(certificates: certificates)
        gun = try GUN("lab/app")
    }

    /// Runs `body` with a service that asks the signer, as it is known by `authorities`.
    private func with(
        host: String = "localhost",
        authorities: String? = nil,
        certificate: ClientCertificateFiles? = nil,
        _ body: (Service) async throws -> Void
    ) async throws {
        let service = Service(
            over: try SignerConnection.client(
                of: SignerAddress(host: host, port: signer.port),
                authorities: authorities ?? certificates.authority,
                certificate: certificate ?? certificates.shown
            ),
            records: InMemoryKeyRecordStore(),
            limits: RemoteLimits(intervalWhileFailing: .milliseconds(20))
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            try await body(service)
            group.cancelAll()
        }
    }

    @Test(
        "makes keys that sign, whether it is called by its name or its address",
        arguments: [(KeyAlgorithm.ecdsa, "localhost"), (.ed25519, "127.0.0.1")]
    )
    func signs(algorithm: KeyAlgorithm, host: String) async throws {
        try await with(host: host) { service in
            for role in ServerRole.allCases {
                let key = try await service.unusedKey(for: role, of: gun, algorithm: algorithm)
                let held = try await service.signer(for: key.id, as: role, of: gun)
                let signer = try #require(held)
                let message = Array("message".utf8)
                let signature = try await signer.signature(over: message)
                let scheme = try #require(NotaryDialect().scheme(of: key, for: signer.method))
                let publicKey = try #require(key.publicKey)
                #expect(publicKey.isValidSignature(signature, scheme: scheme, over: message))
                let next = try await service.unusedKey(for: role, of: gun, algorithm: algorithm)
                #expect(next != key)
            }
        }
    }

    @Test("says which role a key is for, so that none signs for another")
    func roles() async throws {
        var made: Key?
        try await with { service in
            made = try await service.unusedKey(for: .snapshot, of: gun, algorithm: .ecdsa)
        }
        let id = try #require(made).id
        // This one has no records of its own: it has only the signer's word.
        try await with { service in
            let timestamp = try await service.signer(for: id, as: .timestamp, of: gun)
            #expect(timestamp == nil)
            let snapshot = try await service.signer(for: id, as: .snapshot, of: gun)
            #expect(snapshot != nil)
        }
    }

    @Test("is healthy, and refuses in the words that are handed through")
    func refusals() async throws {
        try await with { service in
            try await service.checkHealth()
            let unknown = try KeyID(String(repeating: "0", count: 64))
            #expect(try await service.signer(for: unknown, as: .snapshot, of: gun) == nil)
            let rsa =
                "rpc error: code = Unknown desc = algorithm rsa not supported for create key"
            await #expect(throws: SigningServiceError.remote(rsa)) {
                try await service.unusedKey(for: .snapshot, of: gun, algorithm: .rsa)
            }
        }
    }

    @Test("lets in nobody with a wrong certificate, and is not believed with a wrong one")
    func wrongCertificates() async throws {
        let others = try await SignerCertificates()
        let wrong: [(String?, ClientCertificateFiles?)] = [
            (nil, others.shown), (others.authority, nil),
        ]
        for (authorities, certificate) in wrong {
            try await with(authorities: authorities, certificate: certificate) { service in
                let error = await #expect(throws: SigningServiceError.self) {
                    try await service.unusedKey(for: .snapshot, of: gun, algorithm: .ecdsa)
                }
                #expect(error?.description.contains("code = Unavailable") == true)
                await #expect(throws: SigningServiceError.self) {
                    try await service.checkHealth()
                }
            }
        }
    }

    @Test("is missed while it is down, and found again", .timeLimit(.minutes(2)))
    func restart() async throws {
        try await with { service in
            let lost = try await service.unusedKey(for: .snapshot, of: gun, algorithm: .ecdsa)
            await signer.process.killAtOnce()
            let error = await #expect(throws: SigningServiceError.self) {
                try await service.unusedKey(for: .snapshot, of: gun, algorithm: .ecdsa)
            }
            #expect(error?.description.contains("code = Unavailable") == true)
            let again = try await DebianNotarySigner(
                certificates: certificates,
                port: signer.port
            )
            var key: Key?
            while key == nil {
                key = try? await service.unusedKey(for: .snapshot, of: gun, algorithm: .ecdsa)
            }
            #expect(key != lost)
            #expect(again.process.isRunning)
        }
    }

    @Test("cannot be asked with files that are none")
    func files() throws {
        #expect(throws: SignerConnectionError.self) {
            _ = try SignerConnection.client(
                of: signer.address,
                authorities: "/nonexistent",
                certificate: nil
            )
        }
    }
}

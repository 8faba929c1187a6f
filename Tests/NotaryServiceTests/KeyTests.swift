import Logging
import NotaryService
import NotarySigner
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

@Suite("The server's keys")
struct KeyTests {
    @Test("are made on demand, one a role, and stay until they are used")
    func onDemand() async throws {
        let server = TestServer()
        let gun = try GUN("lab/app")
        let timestamp = try await server.service.key(for: .timestamp, of: gun)
        let snapshot = try await server.service.key(for: .snapshot, of: gun)
        #expect(timestamp.type == .ecdsa)
        #expect(timestamp != snapshot)
        #expect(try await server.service.key(for: .timestamp, of: gun) == timestamp)
        #expect(try await server.service.rotateKey(for: .timestamp, of: gun) == timestamp)
        let other = try await server.service.key(for: .timestamp, of: GUN("lab/App"))
        #expect(other != timestamp)
    }

    @Test("are of the algorithm that is configured", arguments: [KeyAlgorithm.ecdsa, .ed25519])
    func algorithm(algorithm: KeyAlgorithm) async throws {
        let server = TestServer(settings: ServiceSettings(keyAlgorithm: algorithm))
        let publisher = try await server.published()
        #expect(publisher.root.timestamp.keys[0].type.name == algorithm.rawValue)
        #expect(try await server.verifiedTimestamp(of: publisher).version == .first)
    }

    @Test("are those of the root once there is one, and rotation makes others until used")
    func rotation() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        for role in ServerRole.allCases {
            let current = try await server.service.key(for: role, of: publisher.gun)
            let named = role == .snapshot ? publisher.root.snapshot : publisher.root.timestamp
            #expect(named.keys == [current])
            let next = try await server.service.rotateKey(for: role, of: publisher.gun)
            #expect(next != current)
            #expect(try await server.service.rotateKey(for: role, of: publisher.gun) == next)
            #expect(try await server.service.key(for: role, of: publisher.gun) == current)
        }
    }

    @Test("are not made without a place, and a place is given back")
    func placesOfCreations() async throws {
        let none = TestServer(settings: ServiceSettings(keyCreationsAtOnce: 0))
        let one = TestServer(settings: ServiceSettings(keyCreationsAtOnce: 1))
        for name in ["lab/app", "lab/other"] {
            let gun = try GUN(name)
            _ = try await one.service.key(for: .timestamp, of: gun)
            await #expect(throws: NotaryServiceError.tooManyKeyCreations) {
                try await none.service.key(for: .timestamp, of: gun)
            }
            await #expect(throws: NotaryServiceError.tooManyKeyCreations) {
                try await none.service.rotateKey(for: .snapshot, of: gun)
            }
        }
    }

    @Test("are the same for 32 who ask at once for a new repository")
    func parallel() async throws {
        let signing = LocalSigningService(
            store: InMemoryKeyStore(),
            passphrases: try Passphrases(environment: ["NOTARY_SIGNER_DEFAULT": "secret"]),
            now: { TestTime.now }
        )
        let service = NotaryService(
            store: InMemoryMetadataStore(),
            signing: signing,
            logger: Logger(label: "test")
        )
        let gun = try GUN("lab/app")
        let ids = try await withThrowingTaskGroup(of: KeyID.self) { group in
            for _ in 0..<32 {
                group.addTask { try await service.key(for: .timestamp, of: gun).id }
            }
            return try await group.reduce(into: Set<KeyID>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
    }

    /// Snapshot and timestamp do not name their repository: signed with this one's keys, those of
    /// the other would let its old targets pass for current.
    @Test("sign for the repository they were made for, and for no other that names them")
    func otherRepository() async throws {
        let server = TestServer()
        let victim = try await server.published("lab/app")
        let old = try await victim.firstParts()
        try await server.publish([victim.targetsPart(version: 2)], by: victim)
        // The certificate of this root is for `lab/*`, so that it is a root for lab/evil as well.
        let attacker = try await server.publisher("lab/evil")
        let message =
            "no snapshot was included in update and server does not hold current "
            + "snapshot key for repository"
        let expected = UpdateRefusal.badHierarchy(missing: .snapshot, message: message)
        #expect(await server.refusal(of: old, by: attacker) == .invalidUpdate(expected))
        #expect(try await server.versions(of: attacker.gun) == [nil, nil, nil, nil])
    }

    @Test("sign for the role they were made for, and for no other that a root gives them")
    func otherRole() async throws {
        let server = TestServer()
        var publisher = try await server.publisher()
        publisher.root.timestamp = publisher.root.snapshot
        let refusal = try await server.refusal(of: publisher.firstParts(), by: publisher)
        let expected = UpdateRefusal.badRoot(message: "no  timestamp keys exist on the server")
        #expect(refusal == .invalidUpdate(expected))
    }

    @Test("are an error while the signer fails or the store does")
    func faults() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let store = FailingMetadataStore(server.store, after: 0)
        let failing = TestServer(store: store, signing: server.signing)
        await #expect(throws: NotaryServiceError.self) {
            try await failing.service.key(for: .timestamp, of: publisher.gun)
        }
        await server.signing.fail(with: .unavailable("told to fail"))
        await #expect(throws: NotaryServiceError.self) {
            try await server.service.key(for: .timestamp, of: publisher.gun)
        }
        await #expect(throws: NotaryServiceError.self) {
            try await server.service.rotateKey(for: .timestamp, of: publisher.gun)
        }
    }
}

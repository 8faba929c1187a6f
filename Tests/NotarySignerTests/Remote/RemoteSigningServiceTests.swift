import NotaryService
import NotarySigner
import NotaryStorage
import SignerProtocol
import TUFCore
import Testing

@Suite("The signing service of a signer elsewhere")
struct RemoteSigningServiceTests {
    @Test("makes a key that signs", arguments: [KeyAlgorithm.ecdsa, .ed25519])
    func signs(algorithm: KeyAlgorithm) async throws {
        try await RemoteWorld.with { world in
            let key = try await world.key(algorithm)
            let made = "create \(algorithm.rawValue) lab/app timestamp"
            #expect(await world.signer.calls.contains(made))
            let held = try await world.service.signer(
                for: key.id,
                as: .timestamp,
                of: world.gun
            )
            let signer = try #require(held)
            #expect(signer.key == key)
            let signature = try await signer.signature(over: [1, 2, 3])
            let scheme = try #require(NotaryDialect().scheme(of: key, for: signer.method))
            let publicKey = try #require(key.publicKey)
            #expect(publicKey.isValidSignature(signature, scheme: scheme, over: [1, 2, 3]))
        }
    }

    @Test("gives the same key until it has signed, then another, and keeps the first")
    func unused() async throws {
        try await RemoteWorld.with { world in
            let first = try await world.key()
            #expect(try await world.key() == first)
            #expect(try await world.signature(by: first, over: []) != nil)
            let second = try await world.key()
            #expect(second != first)
            #expect(try await world.signature(by: first, over: []) != nil)
        }
    }

    @Test("gives 32 who ask at once the same key, and has only that made")
    func parallel() async throws {
        try await RemoteWorld.with { world in
            let ids = try await withThrowingTaskGroup(of: KeyID.self) { group in
                for _ in 0..<32 { group.addTask { try await world.key().id } }
                return try await group.reduce(into: Set<KeyID>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
        }
    }

    @Test("gives two servers with the same records the same key")
    func twoServers() async throws {
        let signer = SignerDouble()
        let records = InMemoryKeyRecordStore()
        try await RemoteWorld.with(signer: signer, records: records) { one in
            try await RemoteWorld.with(signer: signer, records: records) { other in
                async let first = one.key()
                async let second = other.key()
                let keys = try await [first, second]
                #expect(keys[0] == keys[1])
            }
        }
    }

    @Test("has another key made when the signer has lost the one it made")
    func lostKeys() async throws {
        try await RemoteWorld.with { world in
            let lost = try await world.key()
            await world.signer.loseKeys()
            #expect(try await world.signature(by: lost, over: []) == nil)
            let next = try await world.key()
            #expect(next != lost)
            #expect(try await world.key() == next)
        }
    }

    @Test("knows no key that the signer does not hold, and says so as notary-server does")
    func unknownKey() async throws {
        try await RemoteWorld.with { world in
            let id = try KeyID(String(repeating: "0", count: 64))
            #expect(
                try await world.service.signer(for: id, as: .timestamp, of: world.gun) == nil
            )
            #expect(
                world.service.message(forMissing: id)
                    == "rpc error: code = NotFound desc = key \(id.hex) not found"
            )
        }
    }

    @Test("has a signer only for the role and the repository that the key was made for")
    func purpose() async throws {
        try await RemoteWorld.with { world in
            let id = try await world.key().id
            let other = try GUN("lab/App")
            let service = world.service
            #expect(try await service.signer(for: id, as: .timestamp, of: world.gun) != nil)
            #expect(try await service.signer(for: id, as: .snapshot, of: world.gun) == nil)
            #expect(try await service.signer(for: id, as: .timestamp, of: other) == nil)
        }
    }

    @Test("lets a key that was made before it had records sign for its first repository only")
    func adopted() async throws {
        let signer = SignerDouble()
        let request = CreateKeyRequest(algorithm: "ecdsa", gun: "x", role: "timestamp")
        let created = try await signer.createKey(request)
        let id = try KeyID(try #require(created.keyInfo?.keyID?.id))
        try await RemoteWorld.with(signer: signer) { world in
            let service = world.service
            #expect(try await service.signer(for: id, as: .snapshot, of: world.gun) == nil)
            #expect(try await service.signer(for: id, as: .timestamp, of: world.gun) != nil)
            let other = try GUN("lab/other")
            #expect(try await service.signer(for: id, as: .timestamp, of: other) == nil)
            #expect(try await service.signer(for: id, as: .timestamp, of: world.gun) != nil)
        }
    }

    @Test("believes no signature that is not valid, and the key stays unused then")
    func wrongSignature() async throws {
        try await RemoteWorld.with { world in
            let key = try await world.key()
            await world.signer.err(.wrongSignature)
            let error = SigningError.unavailable(
                "the signer's signature by key \(key.id.hex) is not valid"
            )
            await #expect(throws: error) {
                try await world.signature(by: key, over: [1])
            }
            #expect(try await world.key() == key)
        }
    }

    @Test(
        "believes no key that is not what was asked for",
        arguments: [
            (
                SignerDouble.Fault.unreadableKey,
                "the signer answered with a public key that cannot be read"
            ),
            (.otherAlgorithm, "the signer made a key of algorithm `ed25519`"),
        ]
    )
    func wrongKey(fault: SignerDouble.Fault, message: String) async throws {
        try await RemoteWorld.with { world in
            await world.signer.err(fault)
            await #expect(throws: SigningServiceError.remote(message)) {
                try await world.key()
            }
        }
    }

    @Test("takes no other key than the one it asked for")
    func otherKey() async throws {
        try await RemoteWorld.with { world in
            _ = try await world.key()
            await world.signer.err(.otherKey)
            let id = try KeyID(String(repeating: "0", count: 64))
            await #expect(throws: SigningServiceError.self) {
                _ = try await world.service.signer(for: id, as: .timestamp, of: world.gun)
            }
        }
    }

    @Test("takes no key a second time for another purpose")
    func sameKey() async throws {
        try await RemoteWorld.with { world in
            let key = try await world.key()
            await world.signer.err(.sameKey)
            let message = "the signer gave key \(key.id.hex) for a second purpose"
            await #expect(throws: SigningServiceError.remote(message)) {
                try await world.service.unusedKey(
                    for: .snapshot,
                    of: world.gun,
                    algorithm: .ecdsa
                )
            }
        }
    }

    @Test("hands the signer's own words through")
    func refused() async throws {
        try await RemoteWorld.with { world in
            let rsa =
                "rpc error: code = Unknown desc = algorithm rsa not supported for create key"
            await #expect(throws: SigningServiceError.remote(rsa)) { try await world.key(.rsa) }
            let key = try await world.key()
            let held = try await world.service.signer(
                for: key.id,
                as: .timestamp,
                of: world.gun
            )
            await world.signer.err(.down)
            let down = "rpc error: code = Unavailable desc = told to be down"
            await #expect(throws: SigningServiceError.remote(down)) { try await world.key() }
            await #expect(throws: SigningError.unavailable(down)) {
                try await held?.signature(over: [])
            }
        }
    }

    @Test("waits for no answer beyond the deadline")
    func deadline() async throws {
        try await RemoteWorld.with(limits: RemoteLimits(timeout: .seconds(1))) { world in
            await world.signer.err(.silent)
            let error = await #expect(throws: SigningServiceError.self) {
                try await world.key()
            }
            #expect(error?.description.contains("code = DeadlineExceeded") == true)
        }
    }
}

import RepositorySimulation
import Testing

@testable import TUFCore

/// A memo of signatures, which must never let pass what would not pass without it.
@Suite struct VerificationCacheTests {
    private let keys: [SigningKey]
    private let role: RoleKeys
    private let signed: JSON = [
        "_type": "targets", "expires": "2049-01-01T00:00:00Z", "spec_version": "1.0.34",
        "targets": [:], "version": 1,
    ]

    init() throws {
        let privateKeys = try (0..<2).map { _ in try KeyGenerator().generate(.ecdsa) }
        keys = try privateKeys.map { try SigningKey(tuf: $0) }
        role = try RoleKeys(keys.map(\.key), threshold: 2)
    }

    @Test("a file verified with a cache is known to it, once")
    func remembers() async throws {
        var cache = VerificationCache()
        let file = try await file(signed)
        for _ in 0..<2 {
            cache.remember(try read(file, recalling: cache).verified(by: role))
            #expect(cache.count == 2)
        }
        #expect(try read(file, recalling: cache).verified(by: role).signers.count == 2)
    }

    @Test("without a cache nothing is remembered, and with no room in it nothing is kept")
    func nothing() async throws {
        var (cache, full) = (VerificationCache(), VerificationCache(limit: 0))
        let file = try await file(signed)
        cache.remember(try read(file, recalling: nil).verified(by: role))
        full.remember(try read(file, recalling: full).verified(by: role))
        #expect(cache.count == 0)
        #expect(full.count == 0)
    }

    @Test("a cache that is full begins anew and keeps to its limit")
    func limit() async throws {
        var cache = VerificationCache(limit: 3)
        for version in 1...4 {
            let next = try await file(signed, version: version)
            cache.remember(try read(next, recalling: cache).verified(by: role))
            #expect((1...3).contains(cache.count))
        }
    }

    @Test("a key that is known is not parsed again, and one listed otherwise is not taken for it")
    func keysAreKnown() async throws {
        var cache = VerificationCache()
        cache.remember(try read(await file(signed), recalling: cache).verified(by: role))
        let known = keys[0].key
        let (again, other) = (copy(of: known, scheme: known.scheme), copy(of: known, scheme: nil))
        #expect(cache.parsed(again).publicKey != nil)
        #expect(cache.parsed(other).publicKey == nil)
    }

    @Test("the same signatures over other bytes are checked, and refused")
    func otherMessage() async throws {
        var cache = VerificationCache()
        let file = try await file(signed)
        cache.remember(try read(file, recalling: cache).verified(by: role))
        let text = String(decoding: file, as: UTF8.self)
        let other = Array(text.replacing("2049-01-01", with: "2050-01-01").utf8)
        #expect(throws: UpdateError.thresholdNotMet(role: .targets, valid: 0, threshold: 2)) {
            try read(other, recalling: cache).verified(by: role)
        }
    }

    @Test("other signatures over the same bytes are checked, and refused")
    func otherSignature() async throws {
        var cache = VerificationCache()
        let file = try await file(signed)
        let read = try read(file, recalling: cache)
        cache.remember(try read.verified(by: role))
        // Each key's signature under the id of the other key: nothing here was found valid.
        let exchanged = zip(read.signatures, read.signatures.reversed())
            .map { MetadataSignature(keyID: $0.keyID, method: nil, bytes: $1.bytes) }
        let other = TUFDialect().file(signed: try signed.canonicalBytes(), signatures: exchanged)
        #expect(throws: UpdateError.thresholdNotMet(role: .targets, valid: 0, threshold: 2)) {
            try self.read(other, recalling: cache).verified(by: role)
        }
    }

    @Test("what is known counts as one key towards the threshold, and only if the role lists it")
    func thresholdStays() async throws {
        var cache = VerificationCache()
        let file = try await file(signed)
        cache.remember(try read(file, recalling: cache).verified(by: role))
        let three = try RoleKeys(keys.map(\.key), threshold: 3)
        #expect(throws: UpdateError.thresholdNotMet(role: .targets, valid: 2, threshold: 3)) {
            try read(file, recalling: cache).verified(by: three)
        }
        let others = try RoleKeys([try SigningKey(tuf: KeyGenerator().generate(.ecdsa)).key])
        #expect(throws: UpdateError.thresholdNotMet(role: .targets, valid: 0, threshold: 1)) {
            try read(file, recalling: cache).verified(by: others)
        }
    }

    @Test("an update hands on what it found valid, and the next one finds the same")
    func workflow() async throws {
        var repository = try SimulatedRepository()
        let files = try await repository.files()
        let first = try update(files, of: repository.gun, recalling: VerificationCache())
        let second = try update(files, of: repository.gun, recalling: first)
        #expect(first.count == 4)
        #expect(second.count == first.count)
    }

    private func update(
        _ files: [String: [UInt8]],
        of gun: GUN,
        recalling cache: VerificationCache
    ) throws -> VerificationCache {
        var workflow = UpdateWorkflow(
            from: .pin(.trustOnFirstUse, rules: AnyRootKeyRules(gun: gun)),
            notBelow: VersionFloors(),
            at: SimulatedRepository.start,
            recalling: cache
        )
        while true {
            switch workflow.next() {
            case .fetch(let request): workflow.receive(.bytes(files[request.role.name] ?? []))
            case .recall: workflow.receive(.notFound)
            case .persist, .forget: break
            case .finish: return try #require(workflow.verifications)
            case .abort(let error): throw error
            }
        }
    }

    private func file(_ signed: JSON, version: Int = 1) async throws -> [UInt8] {
        guard case .object(let members) = signed else { return [] }
        let versioned =
            members.filter { $0.name != "version" }
            + [JSON.Member(name: "version", value: .integer(version))]
        return try await MetadataSigner(.tuf).file(signed: .object(versioned), by: keys)
    }

    private func copy(of key: Key, scheme: String?) -> Key {
        Key(id: key.id, type: key.type, scheme: scheme, publicBytes: key.publicBytes) { .unusable }
    }

    private func read(
        _ file: [UInt8],
        recalling cache: VerificationCache?
    ) throws -> Unverified<Targets> {
        try Unverified(parsing: file, as: .targets, in: .tuf, recalling: cache)
    }
}

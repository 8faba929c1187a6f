import NotaryService
import NotaryTesting
import TUFCore
import Testing

/// What a publisher's own snapshot lists must be there for clients.
@Suite("A snapshot that leads clients on")
struct ReadableSnapshotTests {
    private let server = TestServer()
    private let publisher: TestPublisher
    private let snapshotKey: SigningKey
    private let delegate: SigningKey

    init() async throws {
        snapshotKey = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
        delegate = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
        var publisher = try await server.publisher()
        publisher.root.snapshot = TestRole([snapshotKey.key])
        self.publisher = publisher
    }

    /// The refusal of parts under a snapshot that lists them and these others.
    private func refusal(
        of parts: [PublicationPart],
        version: Int = 1,
        listing others: [String: MetaFile] = [:]
    ) async throws -> NotaryServiceError? {
        var file = TestSnapshot(version: version, over: parts)
        file.meta.merge(others) { $1 }
        let snapshot = try await file.part(signedBy: snapshotKey)
        return await server.refusal(of: parts + [snapshot], by: publisher)
    }

    private func targets(version: Int, delegatingTo key: SigningKey) async throws -> PublicationPart
    {
        var targets = TestTargets(version: version)
        targets.delegations = [.init("targets/a", to: key.key), .init("targets/b", to: key.key)]
        return try await targets.part(signedBy: publisher.targetsKey)
    }

    private func child(
        _ name: String = "targets/a",
        version: Int = 1
    ) async throws
        -> PublicationPart
    {
        var file = TestTargets(name, version: version)
        if name == "targets/a" { file.delegations = [.init("targets/a/c", to: delegate.key)] }
        return try await file.part(signedBy: delegate)
    }

    private func entry(_ part: PublicationPart) -> [String: MetaFile] {
        [part.name: MetaFile(describing: part.bytes)]
    }

    @Test(
        "to targets that are nowhere is refused: upd-snap-only-wrong-targets-hash, first-no-targets"
    )
    func noTargets() async throws {
        let root = try await publisher.rootPart()
        let wrong = MetaFile(describing: [1, 2, 3])
        #expect(
            try await refusal(of: [root], listing: ["targets": wrong])
                == .badSnapshot("targets is listed and was neither in the update nor stored before")
        )
        #expect(try await server.versions(of: publisher.gun) == [nil, nil, nil, nil])
        #expect(try await refusal(of: publisher.firstParts()) == nil)
        let root2 = try await nextRoot()
        let digest = try #require(wrong.hashes[.sha256]).hex
        #expect(
            try await refusal(of: [root2], version: 2, listing: ["targets": wrong])
                == .badSnapshot("sha256 checksum for targets did not match: expected \(digest)")
        )
        let current = try await server.service.current(
            .targets,
            of: publisher.gun,
            now: TestTime.now
        )
        let listed = ["targets": MetaFile(describing: current.bytes)]
        #expect(try await refusal(of: [root2], version: 2, listing: listed) == nil)
    }

    @Test("to an older version than the stored one is refused: clients that saw that would stop")
    func olderVersion() async throws {
        let first = try await publisher.firstParts()
        #expect(try await refusal(of: first) == nil)
        let root = entry(first[0])
        let second = try await publisher.targetsPart(version: 2)
        #expect(try await refusal(of: [second], version: 2, listing: root) == nil)
        let root2 = try await nextRoot()
        let digest = HashAlgorithm.sha256.digest(of: first[1].bytes).hex
        #expect(
            try await refusal(of: [root2], version: 3, listing: entry(first[1]))
                == .badSnapshot("sha256 checksum for targets did not match: expected \(digest)")
        )
        #expect(try await refusal(of: [root2], version: 3, listing: entry(second)) == nil)
    }

    @Test("to a delegated role, or one below it, that is nowhere is refused")
    func noDelegation() async throws {
        let root = try await publisher.rootPart()
        let parent = try await targets(version: 1, delegatingTo: delegate)
        let child = try await child()
        let wrong = MetaFile(describing: [1, 2, 3])
        for (parts, name) in [
            ([root, parent], "targets/a"), ([root, parent, child], "targets/a/c"),
        ] {
            #expect(
                try await refusal(of: parts, listing: [name: wrong])
                    == .badSnapshot(
                        "\(name) is listed and was neither in the update nor stored before"
                    )
            )
        }
        #expect(try await refusal(of: [root, parent, child]) == nil)
        let sibling = try await self.child("targets/b")
        let listed = entry(root).merging(entry(parent)) { $1 }
        #expect(
            try await refusal(
                of: [sibling],
                version: 2,
                listing: listed.merging(["targets/a": wrong]) { $1 }
            ) != nil
        )
        #expect(
            try await refusal(
                of: [sibling],
                version: 2,
                listing: listed.merging(entry(child)) { $1 }
            ) == nil
        )
    }

    @Test("to a role that nobody delegates to is taken: no client asks for it")
    func ghost() async throws {
        let wrong = MetaFile(describing: [1, 2, 3])
        let parts = try await publisher.firstParts()
        #expect(try await refusal(of: parts, listing: ["targets/ghost": wrong]) == nil)
    }

    @Test("without a role that is delegated to is taken: clients leave it out")
    func unlisted() async throws {
        let parts = [
            try await publisher.rootPart(), try await targets(version: 1, delegatingTo: delegate),
        ]
        #expect(try await refusal(of: parts) == nil)
    }

    @Test("past a delegate whose key was taken away is taken: that is how it is taken away")
    func revoked() async throws {
        let root = try await publisher.rootPart()
        let child = try await child()
        let first = [root, try await targets(version: 1, delegatingTo: delegate), child]
        #expect(try await refusal(of: first) == nil)
        let other = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
        let second = try await targets(version: 2, delegatingTo: other)
        let listed = entry(root).merging(entry(child)) { $1 }
        #expect(try await refusal(of: [second], version: 2, listing: listed) == nil)
    }

    private func nextRoot() async throws -> PublicationPart {
        var publisher = publisher
        publisher.root.version = 2
        return try await publisher.rootPart()
    }
}

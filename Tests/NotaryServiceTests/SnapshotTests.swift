import NotaryService
import NotaryTesting
import TUFCore
import Testing

@Suite("The snapshot of an update")
struct SnapshotTests {
    /// A publisher that holds the snapshot key itself, nothing published yet.
    private static func holder(of server: TestServer) async throws -> (TestPublisher, SigningKey) {
        var publisher = try await server.publisher()
        let key = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
        publisher.root.snapshot = TestRole([key.key])
        return (publisher, key)
    }

    @Test("is taken when its key signed it and it lists what came with it")
    func good() async throws {
        let server = TestServer()
        let (publisher, key) = try await Self.holder(of: server)
        let parts = try await publisher.firstParts()
        let snapshot = try await TestSnapshot(version: 5, over: parts).part(signedBy: key)
        #expect(await server.refusal(of: [snapshot] + parts, by: publisher) == nil)
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 5, 1])
        let stored = try await server.service.current(
            .snapshot,
            of: publisher.gun,
            now: TestTime.now
        )
        #expect(stored.bytes == snapshot.bytes)
    }

    @Test("must be there when the server does not hold its key")
    func missing() async throws {
        let server = TestServer()
        let (publisher, _) = try await Self.holder(of: server)
        let refusal = try await server.refusal(of: publisher.firstParts(), by: publisher)
        let message =
            "no snapshot was included in update and server does not hold current "
            + "snapshot key for repository"
        let expected = UpdateRefusal.badHierarchy(missing: .snapshot, message: message)
        #expect(refusal == .invalidUpdate(expected))
        #expect(try await server.versions(of: publisher.gun) == [nil, nil, nil, nil])
    }

    @Test("is refused when another key signed it")
    func signature() async throws {
        let server = TestServer()
        let (publisher, _) = try await Self.holder(of: server)
        let parts = try await publisher.firstParts()
        let snapshot = try await TestSnapshot(over: parts).part(signedBy: publisher.targetsKey)
        #expect(
            await server.refusal(of: parts + [snapshot], by: publisher)
                == .badSnapshot("valid signatures did not meet threshold for snapshot")
        )
    }

    @Test("is refused when it has expired")
    func expiry() async throws {
        let server = TestServer()
        let (publisher, key) = try await Self.holder(of: server)
        let parts = try await publisher.firstParts()
        var file = TestSnapshot(over: parts)
        file.expires = TestTime.days(-31)
        let snapshot = try await file.part(signedBy: key)
        #expect(
            await server.refusal(of: parts + [snapshot], by: publisher)
                == .badSnapshot("snapshot expired at Tue Dec 1 00:00:00 UTC 2026")
        )
    }

    @Test(
        "is refused when a hash of root or targets is another's: upd-snap-bad-targets-hash",
        arguments: ["root", "targets"]
    )
    func wrongHash(role: String) async throws {
        let server = TestServer()
        let (publisher, key) = try await Self.holder(of: server)
        let parts = try await publisher.firstParts()
        var file = TestSnapshot(over: parts)
        let wrong = MetaFile(describing: [1, 2, 3])
        file.meta[role] = wrong
        let snapshot = try await file.part(signedBy: key)
        let expected = try #require(wrong.hashes[.sha256]).hex
        #expect(
            await server.refusal(of: parts + [snapshot], by: publisher)
                == .badSnapshot("sha256 checksum for \(role) did not match: expected \(expected)")
        )
    }

    @Test("is refused when only its SHA-512 of targets is another's")
    func wrongSecondHash() async throws {
        let server = TestServer()
        let (publisher, key) = try await Self.holder(of: server)
        let parts = try await publisher.firstParts()
        var file = TestSnapshot(over: parts)
        let digests = [
            HashAlgorithm.sha256.digest(of: parts[1].bytes), HashAlgorithm.sha512.digest(of: []),
        ]
        file.meta["targets"] = MetaFile(version: nil, length: nil, hashes: Hashes(digests))
        let snapshot = try await file.part(signedBy: key)
        #expect(
            await server.refusal(of: parts + [snapshot], by: publisher)
                == .badSnapshot(
                    "sha512 checksum for targets did not match: expected \(digests[1].hex)"
                )
        )
    }

    @Test("is taken when a length is more than the file has: upd-snap-bad-targets-length")
    func wrongLength() async throws {
        let server = TestServer()
        let (publisher, key) = try await Self.holder(of: server)
        let parts = try await publisher.firstParts()
        var file = TestSnapshot(over: parts)
        let hashes = Hashes(of: parts[1].bytes, by: [.sha256])
        file.meta["targets"] = MetaFile(version: nil, length: 1_000_000, hashes: hashes)
        let snapshot = try await file.part(signedBy: key)
        #expect(await server.refusal(of: parts + [snapshot], by: publisher) == nil)
    }

    @Test("is refused when a length is less than the file has, since clients read no further")
    func shortLength() async throws {
        let server = TestServer()
        let (publisher, key) = try await Self.holder(of: server)
        let parts = try await publisher.firstParts()
        let count = parts[1].bytes.count
        for (length, isTaken) in [(count - 1, false), (count, true)] {
            var file = TestSnapshot(over: parts)
            let hashes = Hashes(of: parts[1].bytes, by: [.sha256])
            file.meta["targets"] = MetaFile(version: nil, length: length, hashes: hashes)
            let snapshot = try await file.part(signedBy: key)
            let message = "targets is longer than the listed \(length) bytes"
            #expect(
                await server.refusal(of: parts + [snapshot], by: publisher)
                    == (isTaken ? nil : .badSnapshot(message))
            )
        }
    }

    @Test("signed by the server keeps no entry whose name is no role's")
    func ghosts() async throws {
        let server = TestServer()
        var (publisher, key) = try await Self.holder(of: server)
        let parts = try await publisher.firstParts()
        var file = TestSnapshot(over: parts)
        file.meta["targets/ghost"] = MetaFile(describing: [1])
        file.meta["a\u{1}b"] = MetaFile(describing: [2])
        let signed = try await file.part(signedBy: key)
        let escaped = signed.bytes.flatMap { $0 == 1 ? Array(#"\u0001"#.utf8) : [$0] }
        let snapshot = PublicationPart(name: "snapshot", bytes: escaped)
        try await server.publish(parts + [snapshot], by: publisher)
        publisher.root.version = 2
        let serverKey = try await server.service.rotateKey(for: .snapshot, of: publisher.gun)
        publisher.root.snapshot = TestRole([serverKey])
        try await server.publish([publisher.rootPart()], by: publisher)
        let issued = try await server.verifiedSnapshot(of: publisher)
        #expect(issued.version.number == 2)
        #expect(Set(issued.meta.keys) == ["root", "targets", "targets/ghost"])
    }

    @Test("signed by the server lists every role over all publications, and lasts three years")
    func issued() async throws {
        let server = TestServer()
        let publisher = try await server.publisher()
        let delegate = SigningKey(notary: try KeyGenerator().generate(.ed25519))
        var targets = TestTargets()
        targets.delegations = [.init("targets/a", to: delegate.key)]
        let targetsPart = try await targets.part(signedBy: publisher.targetsKey)
        try await server.publish([publisher.rootPart(), targetsPart], by: publisher)
        let child = try await TestTargets("targets/a").part(signedBy: delegate)
        try await server.publish([child], by: publisher)
        let snapshot = try await server.verifiedSnapshot(of: publisher)
        #expect(snapshot.version.number == 2)
        #expect(snapshot.expires == TestTime.days(3 * 365))
        let root = try await publisher.rootPart().bytes.count
        #expect(Set(snapshot.meta.keys) == ["root", "targets", "targets/a"])
        #expect(snapshot.meta["root"]?.length.map { abs($0 - root) < 16 } == true)
        #expect(snapshot.meta["targets"] == MetaFile(describing: targetsPart.bytes))
        #expect(snapshot.meta["targets/a"] == MetaFile(describing: child.bytes))
    }
}

import NotaryService
import NotaryTesting
import TUFCore
import Testing

/// What would leave a repository unreadable is refused; what is taken, clients read.
@Suite("What our Notary server takes, and clients read", .serialized)
struct NotaryRefusalTests {
    private static let gun = "lab/app"
    private let server: NotaryServer
    private let requests: NotaryRequests
    private let snapshotKey: SigningKey
    private var publisher: TestPublisher

    init() async throws {
        server = try await NotaryServer.start(home: TemporaryFolder())
        requests = NotaryRequests(url: server.url)
        publisher = try TestPublisher(
            Self.gun,
            snapshot: await requests.key(for: .snapshot, of: Self.gun),
            timestamp: await requests.key(for: .timestamp, of: Self.gun)
        )
        snapshotKey = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
    }

    /// The body of a refusal, as the real server writes it.
    private func refusal(_ name: String, _ message: String) -> NotaryRequests.Answer {
        let body =
            #"{"errors":[{"code":"INVALID_UPDATE","message":"Update sent by the client is "#
            + #"invalid.","detail":{"Name":"\#(name)","Error":{"Msg":"\#(message)"}}}]}"#
        return NotaryRequests.Answer(status: 400, body: body + "\n")
    }

    private static let taken = NotaryRequests.Answer(status: 200, body: "")

    /// Expects that both clients read the repository, and that it has these targets.
    private func expectReadable(
        _ names: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let listed = try await NotaryCLI(server: server.url)("list", Self.gun)
        let repository = try await OwnClient.read(Self.gun, at: server.url)
        for name in names {
            #expect(listed.contains(name), sourceLocation: sourceLocation)
            let target = try TargetSearch(in: repository).target(named: name)
            #expect(target != nil, sourceLocation: sourceLocation)
        }
    }

    @Test("a root whose targets key did not sign the stored targets comes with targets it signed")
    mutating func targetsKey() async throws {
        #expect(try await requests.publish(publisher.firstParts(), to: Self.gun) == Self.taken)
        let follower = try NotaryCLI(server: server.url)
        try await follower("list", Self.gun)
        publisher.root.version = 2
        let key = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
        publisher.root.targets = TestRole([key.key])
        let root = try await publisher.rootPart()
        #expect(
            try await requests.publish([root], to: Self.gun)
                == refusal("ErrBadTargets", "valid signatures did not meet threshold for targets")
        )
        try await expectReadable(["latest"])
        let targets = try await TestTargets(version: 2).part(signedBy: key)
        #expect(try await requests.publish([root, targets], to: Self.gun) == Self.taken)
        try await expectReadable(["latest"])
        #expect(try await follower("list", Self.gun).contains("latest"))
    }

    @Test("a snapshot of the publisher's lists what is there")
    mutating func snapshotHash() async throws {
        publisher.root.snapshot = TestRole([snapshotKey.key])
        let root = try await publisher.rootPart()
        var file = TestSnapshot(over: [root])
        file.meta["targets"] = MetaFile(describing: [1, 2, 3])
        let snapshot = try await file.part(signedBy: snapshotKey)
        let message = "targets is listed and was neither in the update nor stored before"
        #expect(
            try await requests.publish([root, snapshot], to: Self.gun)
                == refusal("ErrBadSnapshot", message)
        )
        #expect(try await server.status("/v2/\(Self.gun)/_trust/tuf/root.json") == "404")
        let parts = try await publisher.firstParts()
        let good = try await TestSnapshot(over: parts).part(signedBy: snapshotKey)
        #expect(try await requests.publish(parts + [good], to: Self.gun) == Self.taken)
        try await expectReadable(["latest"])
    }

    @Test("the key of a delegate can be taken away: clients leave the role out, and read the rest")
    mutating func revocation() async throws {
        let keys = try (0..<2).map { _ in SigningKey(notary: try KeyGenerator().generate(.ecdsa)) }
        var targets = TestTargets()
        targets.delegations = [.init("targets/releases", to: keys[0].key)]
        var child = TestTargets("targets/releases")
        child.names = ["released"]
        let first = [
            try await publisher.rootPart(), try await targets.part(signedBy: publisher.targetsKey),
            try await child.part(signedBy: keys[0]),
        ]
        #expect(try await requests.publish(first, to: Self.gun) == Self.taken)
        try await expectReadable(["latest", "released"])
        targets.version = 2
        targets.delegations = [.init("targets/releases", to: keys[1].key)]
        let revoking = try await targets.part(signedBy: publisher.targetsKey)
        #expect(try await requests.publish([revoking], to: Self.gun) == Self.taken)
        try await expectReadable(["latest"])
        let reader = try NotaryCLI(server: server.url)
        #expect(try await reader.run("lookup", Self.gun, "released").status != 0)
        let repository = try await OwnClient.read(Self.gun, at: server.url)
        #expect(Array(repository.untrusted.keys) == [.releases])
        child.version = 2
        #expect(
            try await requests.publish([child.part(signedBy: keys[0])], to: Self.gun)
                == refusal(
                    "ErrBadTargets",
                    "valid signatures did not meet threshold for targets/releases"
                )
        )
        let again = try await child.part(signedBy: keys[1])
        #expect(try await requests.publish([again], to: Self.gun) == Self.taken)
        try await expectReadable(["latest", "released"])
    }
}

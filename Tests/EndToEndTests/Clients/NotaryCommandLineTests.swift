import Testing

/// Debian's `notary` 0.7.0 drives our server.
@Suite("Debian's notary client against our server", .serialized)
struct NotaryCommandLineTests {
    private let server: NotaryServer
    private let owner: NotaryCLI

    init() async throws {
        server = try await NotaryServer.start(home: TemporaryFolder())
        owner = try NotaryCLI(server: server.url)
        try owner.home.write("hello\n", to: "file")
    }

    /// Publishes `lab/app` with one target `v1`.
    private func publish() async throws {
        try await owner("init", "lab/app")
        try await owner("add", "lab/app", "v1", "file")
        try await owner("publish", "lab/app")
    }

    @Test("what is published is listed, looked up and verified, by its owner and by strangers")
    func publishAndRead() async throws {
        try await publish()
        let stranger = try NotaryCLI(server: server.url)
        for reader in [owner, stranger] {
            let digest = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
            #expect(try await reader("list", "lab/app").contains(digest))
            #expect(try await reader("lookup", "lab/app", "v1").contains("v1 sha256:\(digest) 6"))
        }
        try await owner("verify", "lab/app", "v1", "-i", "file", "-q")
        try owner.home.write("hellO\n", to: "other")
        let other = try await owner.run("verify", "lab/app", "v1", "-i", "other", "-q")
        #expect(other.status != 0)
        #expect(try await stranger.run("lookup", "lab/app", "v2").status != 0)
        #expect(
            try await stranger.run("list", "lab/none").output.contains("does not have trust data")
        )
    }

    @Test("two delegates publish to targets/releases, and witness it")
    func delegates() async throws {
        try await publish()
        // A delegate has no snapshot key, so the server must have it.
        try await owner("key", "rotate", "lab/app", "snapshot", "-r")
        let alice = try await owner.makeSigner("alice")
        let bob = try await owner.makeSigner("bob")
        try await owner(
            "delegation",
            "add",
            "lab/app",
            "targets/releases",
            alice.certificate,
            bob.certificate,
            "--all-paths"
        )
        try await owner("publish", "lab/app")
        #expect(
            try await owner("delegation", "list", "lab/app").contains("targets/releases")
        )
        for (signer, tag) in [(alice, "a1"), (bob, "b1")] {
            let delegate = try NotaryCLI(server: server.url)
            try delegate.home.write("from \(tag)\n", to: "file")
            try await delegate("key", "import", signer.key, "--role", "delegate")
            try await delegate("add", "lab/app", tag, "file", "--roles", "targets/releases")
            try await delegate("publish", "lab/app")
            try await delegate("witness", "lab/app", "targets/releases", "-p")
        }
        let listed = try await owner("list", "lab/app", "--roles", "targets/releases")
        #expect(listed.contains("a1") && listed.contains("b1"))
        // Two delegates published and witnessed, after the first file of the role.
        let root = "/v2/lab/app/_trust/tuf"
        #expect(try await server.get("\(root)/targets/releases.json").contains(#""version":4"#))
    }

    @Test("keys that the server holds are rotated", arguments: ["snapshot", "timestamp"])
    func rotateServerKeys(role: String) async throws {
        try await publish()
        // The client holds the snapshot key at first, and hands the role over.
        try await owner("key", "rotate", "lab/app", role, "-r")
        let key = "/v2/lab/app/_trust/tuf/\(role).key"
        let before = try await server.get(key)
        try await owner("key", "rotate", "lab/app", role, "-r")
        let after = try await server.get(key)
        #expect(after != before)
        try await owner("lookup", "lab/app", "v1")
        try await NotaryCLI(server: server.url)("lookup", "lab/app", "v1")
    }

    @Test("a client that knows the old keys follows a rotation of targets and root")
    func rotateOwnKeys() async throws {
        try await publish()
        let follower = try NotaryCLI(server: server.url)
        try await follower("lookup", "lab/app", "v1")
        try await owner("key", "rotate", "lab/app", "targets")
        for _ in 0..<2 {
            try await owner("key", "rotate", "lab/app", "root", input: "yes\n")
        }
        try await owner("add", "lab/app", "v2", "file", "-p")
        try await follower("lookup", "lab/app", "v2")
        try await NotaryCLI(server: server.url)("lookup", "lab/app", "v2")
        #expect(try await server.status("/v2/lab/app/_trust/tuf/4.root.json") == "200")
    }

    @Test("a witnessed role gets a new version, a removed target is gone")
    func witnessAndRemove() async throws {
        try await publish()
        let path = "/v2/lab/app/_trust/tuf/targets.json"
        #expect(try await server.get(path).contains(#""version":2"#))
        try await owner("witness", "lab/app", "targets", "-p")
        #expect(try await server.get(path).contains(#""version":3"#))
        try await owner("remove", "lab/app", "v1", "-p")
        #expect(try await owner.run("lookup", "lab/app", "v1").status != 0)
        #expect(try await NotaryCLI(server: server.url).run("lookup", "lab/app", "v1").status != 0)
    }

    @Test("a deleted repository is gone for all, and only that one")
    func deleteRemote() async throws {
        try await publish()
        try await owner("init", "lab/app2")
        try await owner("publish", "lab/app2")
        try await owner("delete", "lab/app", "--remote")
        let stranger = try NotaryCLI(server: server.url)
        #expect(try await stranger.run("list", "lab/app").status != 0)
        #expect(try await stranger.run("list", "lab/app2").status == 0)
        #expect(try await server.status("/v2/lab/app/_trust/tuf/root.json") == "404")
    }

    @Test("the changefeed tells of each publish and of the deletion")
    func changefeed() async throws {
        try await publish()
        try await owner("add", "lab/app", "v2", "file", "-p")
        try await owner("delete", "lab/app", "--remote")
        let feed = try await server.get("/v2/lab/app/_trust/changefeed?records=10")
        #expect(feed.hasPrefix(#"{"count":3,"#))
        #expect(feed.ranges(of: #""Category":"update""#).count == 2)
        let last = try await server.get("/v2/_trust/changefeed?records=-1&change_id=-1")
        #expect(last.hasPrefix(#"{"count":1,"records":[{"ID":"3""#))
        #expect(last.contains(#""Category":"deletion""#))
    }
}

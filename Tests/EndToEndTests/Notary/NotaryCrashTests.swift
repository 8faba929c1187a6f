import Testing

/// What was acknowledged is kept, whatever happens to the process.
@Suite("Our Notary server after a crash", .serialized)
struct NotaryCrashTests {
    @Test("an acknowledged publish and the keys survive kill -9")
    func killAtOnce() async throws {
        let home = try TemporaryFolder()
        let first = try await NotaryServer.start(home: home)
        let owner = try NotaryCLI(server: first.url)
        try owner.home.write("hello\n", to: "file")
        try await owner("init", "lab/app")
        try await owner("key", "rotate", "lab/app", "snapshot", "-r")
        try await owner("add", "lab/app", "v1", "file", "-p")
        let paths = ["timestamp", "snapshot"].map { "/v2/lab/app/_trust/tuf/\($0).key" }
        let keys = [try await first.get(paths[0]), try await first.get(paths[1])]
        try await owner("add", "lab/app", "v2", "file", "-p")
        await first.process.killAtOnce()

        let second = try await NotaryServer.start(home: home)
        let stranger = try NotaryCLI(server: second.url)
        try await stranger("lookup", "lab/app", "v2")
        #expect(try await second.get(paths[0]) == keys[0])
        #expect(try await second.get(paths[1]) == keys[1])
        let timestamp = try await second.get("/v2/lab/app/_trust/tuf/timestamp.json")
        #expect(timestamp.contains("\"Timestamp\""))
    }

    @Test("a client that was there before goes on publishing")
    func goesOn() async throws {
        let home = try TemporaryFolder()
        let first = try await NotaryServer.start(home: home)
        let owner = try NotaryCLI(server: first.url)
        try owner.home.write("hello\n", to: "file")
        try await owner("init", "lab/app")
        try await owner("add", "lab/app", "v1", "file", "-p")
        await first.process.killAtOnce()
        let second = try await NotaryServer.start(home: home)
        let returning = owner.moved(to: second.url)
        try await returning("add", "lab/app", "v2", "file", "-p")
        let listed = try await NotaryCLI(server: second.url)("list", "lab/app")
        #expect(listed.contains("v1") && listed.contains("v2"))
    }
}

import Foundation
import Testing

/// Two processes on one data folder: both serve, and of what only one may do one does it.
@Suite("Two of our Notary servers on one data folder", .serialized)
struct NotaryInstancesTests {
    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
    }

    private func start(_ names: [String], _ arguments: [String] = []) async throws -> [NotaryServer]
    {
        try await withThrowingTaskGroup(of: NotaryServer.self) { group in
            for name in names {
                group.addTask {
                    try await NotaryServer.start(home: home, named: name, arguments: arguments)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// Waits until a version of the timestamp is there; a read by version never renews.
    private func awaitTimestamp(
        _ version: Int,
        of gun: String,
        at server: NotaryServer
    ) async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        let path = "/v2/\(gun)/_trust/tuf/\(version).timestamp.json"
        while try await server.status(path) != "200" {
            guard ContinuousClock.now < deadline else {
                Issue.record("version \(version) did not come:\n\(server.process.log)")
                return
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    @Test("start on an empty folder at once, and give the same keys")
    func startTogether() async throws {
        let servers = try await start(["one", "two", "three"])
        var keys: Set<String> = []
        for server in servers {
            keys.insert(try await server.get("/v2/lab/app/_trust/tuf/timestamp.key"))
        }
        #expect(keys.count == 1)
    }

    @Test("renew in the background what expires soon, each version once, and clients verify it")
    func renewal() async throws {
        let lifetimes = [
            "--timestamp-lifetime", "9s", "--renewal-margin", "7s", "--renewal-interval", "1s",
        ]
        let servers = try await start(["one", "two"], lifetimes)
        let owner = try NotaryCLI(server: servers[0].url)
        try owner.home.write("hello\n", to: "file")
        let guns = ["lab/app", "lab/other"]
        for gun in guns {
            try await owner("init", gun)
            try await owner("key", "rotate", gun, "snapshot", "-r")
            try await owner("add", gun, "v1", "file", "-p")
        }
        for gun in guns { try await awaitTimestamp(6, of: gun, at: servers[1]) }
        for server in servers {
            #expect(try await NotaryCLI(server: server.url)("list", "lab/app").contains("v1"))
        }
        let counts = try await [renewals(of: servers[0]), renewals(of: servers[1])]
        let feed = try await servers[0].get("/v2/_trust/changefeed?records=1000")
        let versions = try FeedPage(feed).versions(of: "lab/app")
        #expect(versions.count >= 6)
        #expect(versions == Array(1...versions.count))
        #expect(counts.reduce(0, +) >= 6)
        for server in servers {
            #expect(!server.process.log.contains("\"level\":\"error\""))
            #expect(!server.process.log.contains("not renewed"))
            #expect(try await server.process.stop().status == 0)
        }
    }

    @Test("without it renew on a read, once for all who read at both")
    func lazyRenewal() async throws {
        let options = ["--timestamp-lifetime", "5s", "--no-background-renewal"]
        let servers = try await start(["one", "two"], options)
        let owner = try NotaryCLI(server: servers[0].url)
        try owner.home.write("hello\n", to: "file")
        try await owner("init", "lab/app")
        try await owner("key", "rotate", "lab/app", "snapshot", "-r")
        let versions = try await readings(20, of: servers)
        #expect(versions.count >= 2)
        let feed = try await servers[1].get("/v2/_trust/changefeed?records=1000")
        let stored = try FeedPage(feed).versions(of: "lab/app")
        #expect(stored == Array(1...stored.count))
        for server in servers { #expect(!server.process.log.contains("\"level\":\"error\"")) }
    }

    /// The timestamps that were served while all of them expired twice.
    private func readings(_ parallel: Int, of servers: [NotaryServer]) async throws -> Set<String> {
        var seen: Set<String> = []
        while seen.count < 3 {
            for (number, server) in servers.enumerated() {
                try await Tool.curl.succeed(
                    [
                        "-sSf", "-Z", "--parallel-max", "\(parallel)", "-o",
                        home.path("read\(number)-#1"),
                        server.url + "/v2/lab/app/_trust/tuf/timestamp.json?[1-\(parallel)]",
                    ],
                    home: home
                )
                for index in 1...parallel {
                    seen.insert(try home.text(of: "read\(number)-\(index)"))
                }
            }
        }
        return seen
    }

    private func renewals(of server: NotaryServer) async throws -> Int {
        let series = "countersign_notary_renewals_total{outcome=\"renewed\"} "
        let line = try await server.get("/metrics").split(separator: "\n")
            .first { $0.hasPrefix(series) }
        return try #require(line.flatMap { Int($0.dropFirst(series.count)) })
    }
}

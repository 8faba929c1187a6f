import NotaryService
import NotaryTesting
import TUFCore
import Testing

/// Publishers who come at once, to two processes on one data folder.
@Suite("Publishing to our Notary servers at once", .serialized)
struct NotaryRaceTests {
    private static let gun = "lab/app"
    private static let tooOld = NotaryRequests.Answer(
        status: 400,
        body: #"{"errors":[{"code":"VERSION","message":"A newer version of metadata is already "#
            + #"available.","detail":{}}]}"# + "\n"
    )

    private let servers: [NotaryServer]

    init() async throws {
        let home = try TemporaryFolder()
        servers = [
            try await NotaryServer.start(home: home, named: "one"),
            try await NotaryServer.start(home: home, named: "two"),
        ]
    }

    /// Sends an upload eight times at once, to both servers in turns.
    private func publishAtOnce(_ parts: [PublicationPart]) async throws -> [NotaryRequests.Answer] {
        try await withThrowingTaskGroup(of: NotaryRequests.Answer.self) { group in
            for number in 0..<8 {
                let requests = NotaryRequests(url: servers[number % 2].url)
                group.addTask { try await requests.publish(parts, to: Self.gun) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("of one version one is stored, the others are too old: never an error of the server")
    func oneVersion() async throws {
        let requests = NotaryRequests(url: servers[0].url)
        let publisher = try TestPublisher(
            Self.gun,
            snapshot: await requests.key(for: .snapshot, of: Self.gun),
            timestamp: await requests.key(for: .timestamp, of: Self.gun)
        )
        for version in 1...10 {
            let parts =
                version == 1
                ? try await publisher.firstParts()
                : [try await publisher.targetsPart(version: version)]
            let answers = try await publishAtOnce(parts)
            #expect(answers.count { $0.status == 200 } == 1)
            #expect(answers.count { $0 == Self.tooOld } == 7)
        }
        for server in servers {
            let repository = try await OwnClient.read(Self.gun, at: server.url)
            #expect(repository.roles[.targets]?.targets.version.number == 10)
            #expect(try await NotaryCLI(server: server.url)("list", Self.gun).contains("latest"))
            #expect(!server.process.log.contains("\"level\":\"error\""))
        }
    }

    @Test("of delegates who publish different roles all are stored, though some must try again")
    func differentRoles() async throws {
        let requests = NotaryRequests(url: servers[0].url)
        let publisher = try TestPublisher(
            Self.gun,
            snapshot: await requests.key(for: .snapshot, of: Self.gun),
            timestamp: await requests.key(for: .timestamp, of: Self.gun)
        )
        let names = (1...6).map { "targets/d\($0)" }
        let key = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
        var targets = TestTargets()
        targets.delegations = names.map { .init($0, to: key.key) }
        let first = [
            try await publisher.rootPart(), try await targets.part(signedBy: publisher.targetsKey),
        ]
        #expect(try await requests.publish(first, to: Self.gun).status == 200)
        try await withThrowingTaskGroup { group in
            for (number, name) in names.enumerated() {
                let requests = NotaryRequests(url: servers[number % 2].url)
                let part = try await TestTargets(name).part(signedBy: key)
                group.addTask {
                    while case let answer = try await requests.publish([part], to: Self.gun),
                        answer.status != 200
                    {
                        guard answer == Self.tooOld else {
                            Issue.record("\(answer)")
                            return
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let repository = try await OwnClient.read(Self.gun, at: servers[1].url)
        #expect(Set(repository.roles.keys.map(\.name)) == Set(names + ["targets"]))
        for server in servers { #expect(!server.process.log.contains("\"level\":\"error\"")) }
    }
}

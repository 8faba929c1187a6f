import ImageTrust
import PolicyEngine
import RepositorySimulation
import TUFCore
import Testing

@testable import PolicyEngine

/// Freshness, sharing and failure over time.
@Suite struct SharingTests {
    private let world = TrustWorld()

    private func served() async throws -> SimulatedRepository {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        return repository
    }

    @Test("fifty who ask at once cause one fetch of each file")
    func oneFetchForAll() async throws {
        let repository = try await served()
        let resolver = world.resolver()
        let question = try TrustWorld.question(of: repository)
        let proven = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask { await resolver.answer(to: question).targets?.count == 1 }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(proven == 50)
        #expect(world.server.requests.count == 5)
    }

    @Test(
        "what was verified is used for the refresh interval, then only the timestamp is asked for"
    )
    func refresh() async throws {
        let repository = try await served()
        let resolver = world.resolver()
        let question = try TrustWorld.question(of: repository)
        #expect(await resolver.answer(to: question).targets?.count == 1)
        world.pass(seconds: 59)
        #expect(await resolver.answer(to: question).targets?.count == 1)
        #expect(world.server.requests.count == 5)
        world.pass(seconds: 2)
        #expect(await resolver.answer(to: question).targets?.count == 1)
        #expect(world.server.requestedFiles.dropFirst(5) == ["timestamp.json"])
    }

    @Test("a tag that was removed or moved is seen after the refresh interval")
    func movedTag() async throws {
        var repository = try await served()
        let resolver = world.resolver()
        let question = try TrustWorld.question(of: repository)
        #expect(await resolver.answer(to: question).targets?.count == 1)
        repository.roles[.releases]?.targets = []
        for role in [RoleName.releases, .snapshot, .timestamp] {
            repository.roles[role]?.version = 2
        }
        try await world.server.serve(&repository)
        world.pass(seconds: 61)
        #expect(await resolver.answer(to: question).refusal == .notSigned)
    }

    @Test(
        "a server that cannot be reached or fails says nothing about signatures",
        arguments: [
            SimulatedServer.Fault.refusesConnections, .answers(status: 500), .answers(status: 503),
            .answers(status: 302), .answers(status: 403),
        ]
    )
    func unreachable(_ fault: SimulatedServer.Fault) async throws {
        let repository = try await served()
        world.server.fault = fault
        let answer = await world.resolver().answer(to: try TrustWorld.question(of: repository))
        #expect(answer.isUnavailable, "\(answer)")
    }

    @Test("404 for the root says that nothing is signed there")
    func notThere() async throws {
        let repository = try TrustWorld.signedRepository()
        let answer = await world.resolver().answer(to: try TrustWorld.question(of: repository))
        #expect(answer.refusal == .notSigned)
    }

    @Test("known data is used with a warning while the server is away, up to the stale limit")
    func staleData() async throws {
        let repository = try await served()
        let resolver = world.resolver()
        let question = try TrustWorld.question(of: repository)
        #expect(await resolver.answer(to: question).targets?.count == 1)
        world.server.fault = .refusesConnections
        world.pass(seconds: 61)
        let stale = await resolver.answer(to: question)
        #expect(stale.targets?.count == 1)
        #expect(stale.warnings.contains { $0.contains("connection refused") })
        world.pass(seconds: 540)
        #expect(await resolver.answer(to: question).isUnavailable)
    }

    @Test("known data is used with a warning when the server hangs, without waiting to the end")
    func hangingRefresh() async throws {
        let repository = try await served()
        var options = ImageTrustOptions()
        options.refreshPatience = .milliseconds(20)
        let resolver = world.resolver(options)
        let question = try TrustWorld.question(of: repository)
        #expect(await resolver.answer(to: question).targets?.count == 1)
        world.server.fault = .hangs
        world.pass(seconds: 61)
        let stale = await resolver.answer(to: question)
        #expect(stale.targets?.count == 1)
        #expect(stale.warnings.contains { $0.contains("no answer in time") })
        await resolver.shutdown()
    }

    @Test("known data that has expired is not used, and nor is it when the clock was set back")
    func expiredStaleData() async throws {
        var repository = try TrustWorld.signedRepository()
        repository.roles[.timestamp]?.expires = UTCTime(seconds: 1_800_000_030)
        try await world.server.serve(&repository)
        let resolver = world.resolver()
        let question = try TrustWorld.question(of: repository)
        #expect(await resolver.answer(to: question).targets?.count == 1)
        world.server.fault = .refusesConnections
        world.pass(seconds: 31)
        #expect(await resolver.answer(to: question).isUnavailable)
        world.pass(seconds: -60)
        #expect(await resolver.answer(to: question).isUnavailable)
    }

    @Test("data that does not verify is refused at once, known data or not")
    func tamperedRefresh() async throws {
        var repository = try await served()
        let resolver = world.resolver()
        let question = try TrustWorld.question(of: repository)
        #expect(await resolver.answer(to: question).targets?.count == 1)
        repository.roles[.timestamp]?.signers = [try .generated()]
        try await world.server.serve(&repository)
        world.pass(seconds: 61)
        #expect(await resolver.answer(to: question).refusal != nil)
    }

    @Test("a failure is the answer for a moment only")
    func failureIsForgotten() async throws {
        let repository = try await served()
        let resolver = world.resolver()
        let question = try TrustWorld.question(of: repository)
        world.server.fault = .refusesConnections
        #expect(await resolver.answer(to: question).isUnavailable)
        world.server.fault = nil
        #expect(await resolver.answer(to: question).isUnavailable)
        world.pass(seconds: 2)
        #expect(await resolver.answer(to: question).targets?.count == 1)
    }

    @Test("a server that hangs costs its own questions their answer, and no others")
    func deadline() async throws {
        let repository = try await served()
        let resolver = world.resolver()
        let known = try TrustWorld.question(of: repository)
        #expect(await resolver.answer(to: known).targets?.count == 1)
        world.server.fault = .hangs
        let unknown = try TrustWorld.question(of: SimulatedRepository("docker.io/library/other"))
        let answers = await resolver.answers(
            to: [unknown, known],
            before: .now + .milliseconds(50)
        )
        #expect(answers[known]?.targets?.count == 1)
        #expect(answers[unknown]?.isUnavailable == true)
        await resolver.shutdown()
    }

    @Test("more questions than are resolved at once are all answered")
    func manyQuestions() async throws {
        let repository = try await served()
        var options = ImageTrustOptions()
        options.concurrency = 3
        let questions = try (0..<20)
            .map {
                try TrustWorld.question(.tag($0 == 7 ? "1.0" : "none-\($0)"), of: repository)
            }
        let answers = await world.resolver(options)
            .answers(
                to: questions,
                before: .now + .seconds(600)
            )
        #expect(answers.count == 20)
        #expect(answers.values.filter { $0.targets != nil }.count == 1)
    }
}

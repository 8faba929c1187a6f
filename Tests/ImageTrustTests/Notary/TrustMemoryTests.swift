import ImageTrust
import PolicyEngine
import RepositorySimulation
import TUFCore
import Testing

/// What is remembered over restarts: first-use roots and the highest versions.
@Suite struct TrustMemoryTests {
    private let world = TrustWorld()
    private let folder: TemporaryTrustFolder

    init() throws {
        folder = try TemporaryTrustFolder()
    }

    /// The answer of a process that was just started.
    private func answerAfterRestart(_ question: TrustQuestion) async throws -> TrustAnswer {
        let store = try FileTrustStateStore(folder: folder.path)
        return await world.resolver(store: store).answer(to: question)
    }

    @Test("the first use of an unpinned root is allowed, said once and remembered over a restart")
    func firstUse() async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        let question = try TrustWorld.question(of: repository)
        let first = try await answerAfterRestart(question)
        #expect(first.targets?.count == 1)
        #expect(first.warnings.contains { $0.contains("first use") })
        let second = try await answerAfterRestart(question)
        #expect(second.targets?.count == 1)
        #expect(second.warnings.isEmpty)
        #expect(world.server.requestedFiles.filter { $0 == "root.json" }.count == 1)
    }

    @Test("another root than the first one is refused after a restart, whatever it signs")
    func otherRoot() async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        let question = try TrustWorld.question(of: repository)
        #expect(try await answerAfterRestart(question).targets?.count == 1)
        var impostor = try TrustWorld.signedRepository()
        try await world.server.serve(&impostor)
        let answer = try await answerAfterRestart(question)
        #expect(answer.refusal != nil)
        impostor.rootVersion = 2
        try await world.server.serve(&impostor)
        #expect(try await answerAfterRestart(question).refusal == .pinNotMet)
    }

    @Test("a root that the remembered one signed is followed, and remembered in its turn")
    func rotatedRoot() async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        let question = try TrustWorld.question(of: repository)
        #expect(try await answerAfterRestart(question).targets?.count == 1)
        let old = try await repository.files()
        try await repository.rotate(.root)
        try await repository.rotate(.timestamp)
        try await world.server.serve(&repository)
        #expect(try await answerAfterRestart(question).targets?.count == 1)
        world.server.serve(old, of: repository.gun.name)
        #expect(try await answerAfterRestart(question).refusal != nil)
    }

    @Test(
        "an older version is refused after a restart",
        arguments: [RoleName.timestamp, .snapshot, .targets, .releases]
    )
    func rollback(_ role: RoleName) async throws {
        var repository = try TrustWorld.signedRepository()
        repository.roles[role]?.version = 7
        try await world.server.serve(&repository)
        let question = try TrustWorld.question(of: repository)
        #expect(try await answerAfterRestart(question).targets?.count == 1)
        repository.roles[role]?.version = 6
        try await world.server.serve(&repository)
        let answer = try await answerAfterRestart(question)
        #expect(answer.refusal == .rollback, "\(answer)")
    }

    @Test(
        "damaged memory denies and is never first use again",
        arguments: TemporaryTrustFolder.Damage.allCases
    )
    func damage(_ damage: TemporaryTrustFolder.Damage) async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        let question = try TrustWorld.question(of: repository)
        #expect(try await answerAfterRestart(question).targets?.count == 1)
        try folder.damage(damage)
        let answer = try await answerAfterRestart(question)
        #expect(answer.refusal == .invalid)
        guard case .refused(let refusal) = answer else { return }
        #expect(refusal.text.contains("is damaged"))
    }

    @Test("memory that is there and cannot be read denies and is never first use again")
    func unreadable() async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        let question = try TrustWorld.question(of: repository)
        #expect(try await answerAfterRestart(question).targets?.count == 1)
        try folder.makeUnreadable()
        let answer = try await answerAfterRestart(question)
        #expect(answer.refusal == .invalid)
        guard case .refused(let refusal) = answer else { return }
        #expect(refusal.text.contains("cannot be read"))
    }

    @Test("a namespace that chose the server chooses the first root for itself only")
    func namespaces() async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        let resolver = world.resolver()
        let team = try TrustWorld.question(of: repository, scope: "team")
        #expect(await resolver.answer(to: team).targets?.count == 1)
        var impostor = try TrustWorld.signedRepository()
        try await world.server.serve(&impostor)
        world.pass(seconds: 61)
        #expect(await resolver.answer(to: team).refusal != nil)
        let cluster = try TrustWorld.question(of: repository)
        #expect(await resolver.answer(to: cluster).targets?.count == 1)
    }

    @Test(
        "a pin is met or refused, without a word on first use; what it proved proves no other pin"
    )
    func pins() async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        let resolver = world.resolver()
        let rootKey = try #require(repository.roles[.root]?.keys.first?.key.id)
        let targetsKey = try #require(repository.roles[.targets]?.keys.first?.key.id)
        let pinned = try TrustWorld.question(of: repository, pin: .keyIDs([rootKey]))
        let answer = await resolver.answer(to: pinned)
        #expect(answer.targets?.count == 1)
        #expect(answer.warnings.isEmpty)
        let other = try TrustWorld.question(of: repository, pin: .keyIDs([targetsKey]))
        #expect(await resolver.answer(to: other).refusal == .pinNotMet)
    }

    @Test("where pins are required an unpinned root is refused without asking")
    func requiredPins() async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        var options = ImageTrustOptions()
        options.requiresPins = true
        let resolver = world.resolver(options)
        let unpinned = try TrustWorld.question(of: repository)
        #expect(await resolver.answer(to: unpinned).refusal == .unpinned)
        #expect(world.server.requests.isEmpty)
        let rootKey = try #require(repository.roles[.root]?.keys.first?.key.id)
        let pinned = try TrustWorld.question(of: repository, pin: .keyIDs([rootKey]))
        #expect(await resolver.answer(to: pinned).targets?.count == 1)
    }
}

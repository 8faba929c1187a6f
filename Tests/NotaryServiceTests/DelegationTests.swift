import NotaryService
import NotaryTesting
import TUFCore
import Testing

@Suite("Delegated roles of an update")
struct DelegationTests {
    private let delegate: SigningKey

    init() throws {
        delegate = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
    }

    @Test("are taken beside the role that delegates to them, in whatever order they come")
    func together() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let parts = [
            try await child("targets/a/b"),
            try await child("targets/a", delegatingTo: "targets/a/b"),
            try await targets(delegatingTo: "targets/a", by: publisher),
        ]
        #expect(await server.refusal(of: parts, by: publisher) == nil)
    }

    @Test("are taken alone when the stored parent delegates to them")
    func alone() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let parent = try await targets(delegatingTo: "targets/a", by: publisher)
        try await server.publish([parent], by: publisher)
        #expect(await server.refusal(of: [try await child("targets/a")], by: publisher) == nil)
        #expect(try await server.versions(of: publisher.gun) == [1, 2, 3, 3])
    }

    @Test("are taken alone when the stored parent has expired")
    func expiredParent() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let parent = try await targets(delegatingTo: "targets/a", by: publisher)
        try await server.publish([parent], by: publisher)
        var file = TestTargets("targets/a")
        file.expires = TestTime.days(2000)
        let part = try await file.part(signedBy: delegate)
        try await server.service.publish([part], to: publisher.gun, now: TestTime.days(1500))
    }

    @Test("are refused when nobody delegates to them")
    func notDelegated() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let refusal = await server.refusal(of: [try await child("targets/b")], by: publisher)
        #expect(
            refusal
                == .badTargets("tuf: invalid role targets/b. delegation does not exist")
        )
    }

    @Test("are refused without their parent: deleg-orphan-grandchild")
    func orphan() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let parts = [
            try await targets(delegatingTo: "targets/a", by: publisher),
            try await child("targets/a/b"),
        ]
        #expect(
            await server.refusal(of: parts, by: publisher)
                == .badTargets("tuf: invalid role targets/a/b. delegation does not exist")
        )
    }

    @Test("are refused when another key signed them")
    func signature() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let parts = [
            try await targets(delegatingTo: "targets/a", by: publisher),
            try await TestTargets("targets/a").part(signedBy: publisher.targetsKey),
        ]
        #expect(
            await server.refusal(of: parts, by: publisher)
                == .badTargets("valid signatures did not meet threshold for targets/a")
        )
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
    }

    @Test("may list targets outside of their paths: deleg-outside-paths")
    func outsidePaths() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        var parent = TestTargets(version: 2)
        parent.delegations = [.init("targets/a", to: delegate.key, paths: ["a/"])]
        let parts = [
            try await parent.part(signedBy: publisher.targetsKey), try await child("targets/a"),
        ]
        #expect(await server.refusal(of: parts, by: publisher) == nil)
    }

    @Test("must be direct children of the role that lists them")
    func grandchildListed() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let part = try await targets(delegatingTo: "targets/a/b", by: publisher)
        guard
            case .invalidUpdate(.badTargets(let message)) =
                await server.refusal(of: [part], by: publisher)
        else {
            Issue.record("not refused as bad targets")
            return
        }
        #expect(message.contains("delegation role targets/a/b invalid"))
    }

    @Test("of two published at once both are stored")
    func twoAtOnce() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        var parent = TestTargets(version: 2)
        parent.delegations = ["targets/a", "targets/b"].map { .init($0, to: delegate.key) }
        try await server.publish([parent.part(signedBy: publisher.targetsKey)], by: publisher)
        let parts = [try await child("targets/a"), try await child("targets/b")]
        try await withThrowingTaskGroup { group in
            for part in parts {
                group.addTask { try await server.publish([part], by: publisher) }
            }
            try await group.waitForAll()
        }
        #expect(try await server.versions(of: publisher.gun) == [1, 2, 4, 4])
    }

    private func targets(
        delegatingTo name: String,
        by publisher: TestPublisher
    ) async throws -> PublicationPart {
        var file = TestTargets(version: 2)
        file.delegations = [.init(name, to: delegate.key)]
        return try await file.part(signedBy: publisher.targetsKey)
    }

    private func child(
        _ name: String,
        delegatingTo grandchild: String? = nil
    ) async throws -> PublicationPart {
        var file = TestTargets(name)
        file.delegations = grandchild.map { [.init($0, to: delegate.key)] } ?? []
        return try await file.part(signedBy: delegate)
    }
}

import ImageTrust
import NotaryClient
import RepositorySimulation
import TUFCore
import Testing

@testable import PolicyEngine

/// What one identity may not get from another.
@Suite struct CredentialSharingTests {
    private let world = TrustWorld()

    private func credential(_ user: String) throws -> RegistryCredential {
        RegistryCredential(
            host: try RegistryHost(parsing: "notary.example.com"),
            username: user,
            password: "secret"
        )
    }

    private func basic(_ user: String) -> String {
        "Basic " + Base64.encode(Array("\(user):secret".utf8))
    }

    @Test("one identity's refusal is not another's answer")
    func refusalIsNotShared() async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        world.server.fault = .admitsOnly(authorization: basic("bob"))
        let resolver = world.resolver()
        let alice = try TrustWorld.question(of: repository, credentials: [credential("alice")])
        let bob = try TrustWorld.question(of: repository, credentials: [credential("bob")])
        #expect(await resolver.answer(to: alice).isUnavailable)
        #expect(await resolver.answer(to: bob).targets?.count == 1)
    }

    @Test("all of several credentials are tried in their order")
    func order() async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        world.server.fault = .admitsOnly(authorization: basic("bob"))
        let question = try TrustWorld.question(
            of: repository,
            credentials: [credential("alice"), credential("bob")]
        )
        #expect(await world.resolver().answer(to: question).targets?.count == 1)
        let sent = world.server.requests.prefix(3).map(\.authorization)
        #expect(sent == [nil, basic("alice"), basic("bob")])
    }

    @Test("files that one identity fetched are fetched again for another anchor's identity")
    func filesAreNotShared() async throws {
        var repository = try TrustWorld.signedRepository()
        try await world.server.serve(&repository)
        let resolver = world.resolver()
        let anonymous = try TrustWorld.question(of: repository)
        #expect(await resolver.answer(to: anonymous).targets?.count == 1)
        let count = world.server.requests.count
        let sameIdentity = try TrustWorld.question(of: repository, scope: "team")
        #expect(await resolver.answer(to: sameIdentity).targets?.count == 1)
        #expect(
            world.server.requestedFiles.dropFirst(count) == ["root.json", "timestamp.json"]
        )
        let alice = try TrustWorld.question(
            of: repository,
            scope: "other",
            credentials: [credential("alice")]
        )
        let before = world.server.requests.count
        #expect(await resolver.answer(to: alice).targets?.count == 1)
        #expect(world.server.requests.count == before + 5)
    }
}

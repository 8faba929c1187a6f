import TUFCore
import Testing

@Suite("Repositories published by the real clients")
struct GoodRepositoryTests {
    @Test(
        "every lookup of the real client is found with the same digest and length",
        arguments: NotaryCase.good
    )
    func lookups(notaryCase: NotaryCase) throws {
        var server = MetadataServer(notaryCase)
        let repository = try server.run(notaryCase.firstUse()).result.get()
        for (name, expected) in try #require(notaryCase.facts.lookups) {
            let target = try TargetSearch(in: repository).target(named: name)
            #expect(target.map(line) == expected, "\(name)")
        }
    }

    @Test("all thirteen repositories are there")
    func count() {
        #expect(NotaryCase.good.count == 13)
    }

    @Test("a client stuck at the first root follows four rotations")
    func staleClient() throws {
        let notaryCase = try NotaryCase.named("04-root-rotated")
        let known = try notaryCase.knownRoot("client-cache-v1/root.json")
        var server = MetadataServer(notaryCase)
        let (result, kept) = server.run(try notaryCase.update(from: .known(known)))
        let repository = try result.get()
        #expect(repository.root.root.version.number == 5)
        #expect(server.requests.filter { $0.hasSuffix(".root") }.count == 5)
        #expect(try kept[.root] == notaryCase.metadata("5.root"))
    }

    @Test("only the roles asked for are fetched, with those above them")
    func selection() throws {
        let notaryCase = try NotaryCase.named("03-nested-delegations")
        var server = MetadataServer(notaryCase)
        let roles: Set<RoleName> = [try RoleName("targets/a/b")]
        _ = try server.run(notaryCase.firstUse(fetching: .only(roles))).result.get()
        #expect(server.requests.suffix(2) == ["targets/a", "targets/a/b"])
    }

    @Test("a target names the keys that signed its role")
    func signers() throws {
        let notaryCase = try NotaryCase.named("02-docker-delegations")
        var server = MetadataServer(notaryCase)
        let repository = try server.run(notaryCase.firstUse()).result.get()
        let search = TargetSearch(in: repository)
        let alice = try #require(try search.target(named: "1.0", in: RoleName("targets/alice")))
        let bob = try #require(try search.target(named: "1.0", in: RoleName("targets/bob")))
        #expect(alice.signers.count == 1)
        #expect(alice.signers != bob.signers)
        let digest = try #require(alice.file.hashes[.sha256])
        #expect(try search.targets(with: digest, in: .releases).map(\.name) == ["1.0"])
    }

    private func line(_ target: TrustedTarget) -> String {
        "\(target.name) sha256:\(target.file.hashes[.sha256]?.hex ?? "") \(target.file.length)"
    }
}

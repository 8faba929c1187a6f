import RepositorySimulation
import TUFCore
import Testing

@Suite("Delegations")
struct DelegationTests {
    private let digest = HashAlgorithm.sha256.digest(of: [1, 2, 3])

    @Test("a delegate is not believed about names outside its paths")
    func paths() async throws {
        var repository = try SimulatedRepository()
        let role = try RoleName("targets/team")
        try repository.delegate(to: role, paths: ["team-"])
        repository.add("team-1", digest, to: role)
        repository.add("other", digest, to: role)
        let search = TargetSearch(in: try await repository.update().get())
        #expect(try search.target(named: "team-1")?.role == role)
        #expect(try search.target(named: "other") == nil)
        #expect(try search.targets(with: digest, in: role).map(\.name) == ["team-1"])
    }

    @Test("a delegate of a delegate has no more paths than both")
    func nestedPaths() async throws {
        var repository = try SimulatedRepository()
        let (outer, inner) = (try RoleName("targets/a"), try RoleName("targets/a/b"))
        try repository.delegate(to: outer, paths: ["a/"])
        try repository.delegate(to: inner, paths: ["", "a/b/"])
        repository.add("a/b/1", digest, to: inner)
        repository.add("elsewhere", digest, to: inner)
        let search = TargetSearch(in: try await repository.update().get())
        #expect(try search.target(named: "a/b/1")?.role == inner)
        #expect(try search.target(named: "elsewhere") == nil)
    }

    @Test("a delegation that does not verify is left out, and the repository says why")
    func untrusted() async throws {
        var repository = try SimulatedRepository()
        try repository.delegate(to: .releases)
        repository.roles[.releases]?.signers = [try .generated()]
        repository.add("1.0", digest, to: .releases)
        let trusted = try await repository.update().get()
        #expect(trusted.roles[.releases] == nil)
        #expect(
            trusted.untrusted[.releases]
                == .thresholdNotMet(role: .releases, valid: 0, threshold: 1)
        )
        #expect(try TargetSearch(in: trusted).target(named: "1.0") == nil)
    }

    @Test("a delegation below its floor fails the update")
    func rollback() async throws {
        var repository = try SimulatedRepository()
        try repository.delegate(to: .releases)
        let floors = VersionFloors([.releases: try MetadataVersion(2)])
        let error = await repository.updateError(notBelow: floors)
        #expect(error?.description.contains("`targets/releases` version 1 is lower") == true)
    }

    @Test("a delegation that was trusted once may not vanish from the snapshot")
    func vanished() async throws {
        var repository = try SimulatedRepository()
        try repository.delegate(to: .releases)
        repository.unlisted = [.releases]
        #expect(await repository.updateError() == nil)
        let floors = VersionFloors([.releases: .first])
        let error = await repository.updateError(notBelow: floors)
        #expect(error == .notInSnapshot(role: .releases))
    }

    @Test("more delegated roles than the limit end the update")
    func limit() async throws {
        var repository = try SimulatedRepository()
        for number in 0..<3 { try repository.delegate(to: RoleName("targets/r\(number)")) }
        var limits = UpdateLimits()
        limits.delegatedRoles = 2
        #expect(await repository.updateError(limits: limits) == .tooManyRoles(limit: 2))
        limits.delegatedRoles = 3
        #expect(await repository.updateError(limits: limits) == nil)
    }
}

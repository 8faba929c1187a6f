import RepositorySimulation
import TUFCore
import Testing

@Suite("Limits of one update")
struct UpdateLimitTests {
    @Test(
        "a file of as many bytes as the limit of its role passes, one of one more does not",
        arguments: [RoleName.root, .timestamp, .snapshot, .targets]
    )
    func bytes(role: RoleName) async throws {
        var repository = try SimulatedRepository()
        for number in 0..<9 where role == .targets {  // longer than the snapshot above them
            repository.add("\(number)", HashAlgorithm.sha256.digest(of: []), to: .targets)
        }
        let files = try await repository.files()
        let count = try #require(files[role.name]?.count)
        let largest = files.values.map(\.count).max() ?? 0
        let limits = Self.limits(role, count, largest)
        #expect(error(of: repository, files, limits) == nil)
        #expect(
            error(of: repository, files, Self.limits(role, count - 1, largest))
                == .tooLong(role: role, limit: count - 1)
        )
    }

    @Test(
        "where the snapshot lists no length, the limits of snapshot and targets hold",
        arguments: ["snapshot", "targets"]
    )
    func unlistedBytes(role: String) throws {
        let lab = DelegationLab()
        let count = try #require(try lab.files()[role]?.count)
        for (limit, passes) in [(count, true), (count - 1, false)] {
            var limits = UpdateLimits.tuf
            if role == "snapshot" { limits.snapshotBytes = limit }
            if role == "targets" { limits.targetsBytes = limit }
            let expected = UpdateError.tooLong(role: try RoleName(role), limit: limit)
            #expect(try lab.refreshError(limits: limits) == (passes ? nil : expected))
        }
    }

    @Test(
        "as many root rotations as the limit are followed, one more is not",
        arguments: [(2, true), (1, false)]
    )
    func rootRotations(count: Int, isEnough: Bool) async throws {
        var repository = try SimulatedRepository()
        let first = try await repository.files()
        let file = try Unverified<Root>(
            parsing: try #require(first["root"]),
            as: .root,
            in: .notary
        )
        let known = try file.trustedAsPersisted(rules: AnyRootKeyRules(gun: repository.gun))
        for _ in 0..<2 { try await repository.rotate(.timestamp) }
        var limits = UpdateLimits()
        limits.rootRotations = count
        let error = await repository.updateError(from: .known(known), limits: limits)
        #expect(error == (isEnough ? nil : .tooManyRootRotations(limit: count)))
    }

    @Test(
        "as many roles as the limit are visited in a search, one more is not",
        arguments: [(2, true), (1, false)]
    )
    func visitedRoles(limit: Int, isFound: Bool) throws {
        var lab = DelegationLab()
        lab.roles["targets"] = .init(delegations: [.init(name: "a"), .init(name: "b")])
        lab.roles["a"] = .init()
        lab.roles["b"] = .init(targets: ["x"])
        var limits = UpdateLimits.tuf
        limits.delegatedRoles = limit
        #expect(try lab.outcome(of: "x", limits: limits) == (isFound ? "in b" : "not found"))
    }

    @Test("each refusal says the limit")
    func refusals() throws {
        for error in [
            UpdateError.tooLong(role: .root, limit: 42), .tooManyRoles(limit: 42),
            .tooManyRootRotations(limit: 42),
        ] {
            #expect(error.description.contains("42"))
        }
    }

    private static func limits(_ role: RoleName, _ count: Int, _ largest: Int) -> UpdateLimits {
        var limits = UpdateLimits()
        if role == .root { limits.rootBytes = count }
        if role == .timestamp { limits.timestampBytes = count }
        limits.listedBytes = role.signsTargets || role == .snapshot ? count : largest
        return limits
    }

    private func error(
        of repository: SimulatedRepository,
        _ files: [String: [UInt8]],
        _ limits: UpdateLimits
    ) -> UpdateError? {
        let result = repository.update(
            files: files.mapValues { .bytes($0) },
            limits: limits
        )
        guard case .failure(let error) = result else { return nil }
        return error
    }
}

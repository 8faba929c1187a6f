import RepositorySimulation
import TUFCore
import Testing

@Suite("Following the chain of roots")
struct RootRotationTests {
    @Test(
        "a known root leads to a newer one when the role below was rotated",
        arguments: [RoleName.root, .timestamp, .snapshot, .targets]
    )
    func rotation(role: RoleName) async throws {
        var repository = try SimulatedRepository()
        let known = try await repository.update().get().root.trusted
        try await repository.rotate(role)
        try await repository.rotate(role)
        let updated = try await repository.update(from: .known(known)).get()
        #expect(updated.root.root.version.number == 3)
    }

    @Test("a root that the known one did not sign is refused")
    func notSignedByKnown() async throws {
        var repository = try SimulatedRepository()
        let known = try await repository.update().get().root.trusted
        var hostile = try SimulatedRepository()
        try await hostile.rotate(.root)
        let error = await hostile.updateError(from: .known(known))
        #expect(error == .rootNotSignedByTrusted(valid: 0, threshold: 1))
    }

    @Test("a root that skips a version is refused")
    func versionSkipped() async throws {
        var repository = try SimulatedRepository()
        let known = try await repository.update().get().root.trusted
        repository.rootVersion = 2
        try await repository.rotate(.timestamp)
        var files = try await repository.files().mapValues { FetchResult.bytes($0) }
        files["2.root"] = files["3.root"]
        let error = repository.updateError(files: files, from: .known(known))
        #expect(
            error
                == .rootVersionNotNext(
                    expected: try MetadataVersion(2),
                    found: try MetadataVersion(3)
                )
        )
    }

    @Test("floors of roles whose keys were rotated are given up, others are kept")
    func fastForwardRecovery() async throws {
        var repository = try SimulatedRepository()
        let known = try await repository.update().get().root.trusted
        let floors = VersionFloors([
            .timestamp: try MetadataVersion(1000), .snapshot: try MetadataVersion(1000),
        ])
        try await repository.rotate(.timestamp)
        let recovered = try await repository.update(from: .known(known), notBelow: floors).get()
        #expect(recovered.floors.versions[.timestamp] == .first)
        try await repository.rotate(.targets)
        let kept = await repository.updateError(
            from: .known(known),
            notBelow: VersionFloors([.snapshot: try MetadataVersion(1000)])
        )
        #expect(kept == nil)
        var unrotated = try SimulatedRepository()
        let error = await unrotated.updateError(notBelow: floors)
        #expect(error?.description.contains("lower than the known version 1000") == true)
    }

    @Test("more rotations than the limit end the update")
    func limit() async throws {
        var repository = try SimulatedRepository()
        let known = try await repository.update().get().root.trusted
        for _ in 0..<3 { try await repository.rotate(.timestamp) }
        var limits = UpdateLimits()
        limits.rootRotations = 2
        let error = await repository.updateError(from: .known(known), limits: limits)
        #expect(error == .tooManyRootRotations(limit: 2))
    }

    @Test("without a pin nothing is trusted on first use")
    func firstUseForbidden() async throws {
        var repository = try SimulatedRepository()
        let rules = AnyRootKeyRules(gun: repository.gun)
        let error = await repository.updateError(from: .pin(.nothing, rules: rules))
        #expect(error == .firstUseForbidden(repository.gun))
    }

    @Test("a pinned key is found, another is not")
    func pinned() async throws {
        var repository = try SimulatedRepository()
        let rules = AnyRootKeyRules(gun: repository.gun)
        let id = try #require(repository.roles[.root]?.keys.first?.key.id)
        _ = try await repository.update(from: .pin(.keyIDs([id]), rules: rules)).get()
        let other = try SigningKey.generated().key.id
        let error = await repository.updateError(from: .pin(.keyIDs([other]), rules: rules))
        #expect(error == .pinNotMet(repository.gun))
    }
}

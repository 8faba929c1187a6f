import RepositorySimulation
import TUFCore
import Testing

@Suite("Each guard of an update lets the right pass and stops the one wrong thing")
struct UpdateGuardTests {
    @Test("an untouched repository is trusted, and its floors are its versions")
    func untouched() async throws {
        var repository = try SimulatedRepository()
        repository.roles[.targets]?.version = 7
        let trusted = try await repository.update().get()
        #expect(trusted.floors.versions[.targets]?.number == 7)
        #expect(trusted.expires == repository.roles[.targets]?.expires)
    }

    @Test(
        "a role signed by another key is refused",
        arguments: [RoleName.root, .timestamp, .snapshot, .targets]
    )
    func wrongKey(role: RoleName) async throws {
        var repository = try SimulatedRepository()
        repository.roles[role]?.signers = [try .generated()]
        let error = await repository.updateError()
        #expect(error == .thresholdNotMet(role: role, valid: 0, threshold: 1))
    }

    @Test(
        "a role that expires at the start time has expired",
        arguments: [RoleName.root, .timestamp, .snapshot, .targets]
    )
    func expired(role: RoleName) async throws {
        var repository = try SimulatedRepository()
        let start = SimulatedRepository.start
        repository.roles[role]?.expires = start.time
        let error = await repository.updateError()
        #expect(error == .expired(role: role, on: start.time, startedAt: start))
    }

    @Test(
        "a role below its floor is refused, at its floor it is not",
        arguments: [RoleName.timestamp, .snapshot, .targets]
    )
    func rollback(role: RoleName) async throws {
        var repository = try SimulatedRepository()
        repository.roles[role]?.version = 3
        let known = try MetadataVersion(4)
        let error = await repository.updateError(notBelow: VersionFloors([role: known]))
        #expect(error == .rollback(role: role, known: known, found: try MetadataVersion(3)))
        let same = VersionFloors([role: try MetadataVersion(3)])
        _ = try await repository.update(notBelow: same).get()
    }

    @Test("two signatures of one key do not make two signers")
    func sameKeyTwice() async throws {
        var repository = try SimulatedRepository()
        let keys = try [SigningKey.generated(), .generated()]
        repository.roles[.targets]?.keys = keys
        repository.roles[.targets]?.threshold = 2
        _ = try await repository.update().get()
        repository.roles[.targets]?.signers = [keys[0], keys[0]]
        let error = await repository.updateError()
        #expect(error == .thresholdNotMet(role: .targets, valid: 1, threshold: 2))
    }

    @Test("one public key under two ids counts once")
    func sameKeyUnderTwoIDs() async throws {
        var repository = try SimulatedRepository()
        let privateKey = try KeyGenerator().generate(.ecdsa)
        let bare = SigningKey(notary: privateKey)
        let other = SigningKey(notary: privateKey, listedAs: bare.key.compressed())
        repository.roles[.targets]?.keys = [bare, other]
        repository.roles[.targets]?.threshold = 2
        let error = await repository.updateError()
        #expect(error == .thresholdNotMet(role: .targets, valid: 1, threshold: 2))
    }

    @Test("what the server cannot tell is not taken for what it denies")
    func unavailable() async throws {
        var repository = try SimulatedRepository()
        var files = try await repository.files().mapValues { FetchResult.bytes($0) }
        files["timestamp"] = .unavailable("connection refused")
        #expect(repository.updateError(files: files)?.isUnavailability == true)
        files["timestamp"] = .notFound
        #expect(repository.updateError(files: files) == .notFound(role: .timestamp))
    }

    @Test("a file longer than its listed length is refused")
    func tooLong() async throws {
        var repository = try SimulatedRepository()
        var files = try await repository.files().mapValues { FetchResult.bytes($0) }
        let targets = try #require(await repository.files()["targets"])
        files["targets"] = .bytes(targets + [0x20])
        let error = repository.updateError(files: files)
        #expect(error == .tooLong(role: .targets, limit: targets.count))
    }
}

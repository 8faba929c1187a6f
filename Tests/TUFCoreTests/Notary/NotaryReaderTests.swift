import RepositorySimulation
import TUFCore
import Testing

/// What Notary's own reader takes and does not count, or does not take.
@Suite("Files as Notary reads them")
struct NotaryReaderTests {
    @Test("a key listed under an id that is not its own is there for nobody")
    func wrongKeyID() async throws {
        let repository = try SimulatedRepository()
        let id = try #require(repository.roles[.targets]?.keys.first?.key.id)
        let other = try #require(repository.roles[.snapshot]?.keys.first?.key)
        let keys = try await roleKeys(of: repository) { signed in
            signed[member: "keys"]?[member: id.hex] = other.notaryJSON
        }
        #expect(keys.keys.isEmpty)
        #expect(keys.absent == [id])
    }

    @Test(
        "a key without its parts is there for nobody",
        arguments: [
            JSON.null, [:], ["keytype": "ecdsa"], ["keyval": ["public": "YQ=="]],
            ["keytype": "ecdsa", "keyval": .null], ["keytype": "x", "keyval": ["public": "YQ=="]],
        ]
    )
    func partsMissing(key: JSON) async throws {
        let repository = try SimulatedRepository()
        let id = try #require(repository.roles[.targets]?.keys.first?.key.id)
        let keys = try await roleKeys(of: repository) { signed in
            signed[member: "keys"]?[member: id.hex] = key
        }
        #expect(keys.keys.isEmpty)
    }

    @Test("what is no id may be listed and named, and is there for nobody")
    func noID() async throws {
        let repository = try SimulatedRepository()
        let id = try #require(repository.roles[.targets]?.keys.first?.key.id)
        let keys = try await roleKeys(of: repository) { signed in
            signed[member: "keys"]?[member: "abc"] = ["keytype": "x"]
            signed[member: "roles"]?[member: "targets"]?[member: "keyids"] = [
                .string(id.hex), "abc",
            ]
        }
        #expect(keys.keys.count == 1)
        #expect(keys.absent.isEmpty)
    }

    @Test("a signature under a key id in capitals does not count")
    func capitals() async throws {
        var repository = try SimulatedRepository()
        let role = try #require(repository.roles[.targets])
        let bytes = try #require(try await repository.files()["targets"])
        let keys = try RoleKeys(role.keys.map(\.key))
        let id = role.keys[0].key.id.hex
        let text = String(decoding: bytes, as: UTF8.self)
        let changed = text.replacing("\"\(id)\"", with: "\"\(id.uppercased())\"")
        #expect(throws: Never.self) { try targets(text).verified(by: keys) }
        #expect(changed != text)
        #expect(throws: UpdateError.thresholdNotMet(role: .targets, valid: 0, threshold: 1)) {
            try targets(changed).verified(by: keys)
        }
    }

    @Test(
        "a time has its letters in capitals",
        arguments: ["2099-01-01t00:00:00Z", "2099-01-01T00:00:00z"]
    )
    func lowerCaseTime(time: String) async throws {
        var repository = try SimulatedRepository()
        let bytes = try #require(try await repository.files()["targets"])
        let text = String(decoding: bytes, as: UTF8.self)
            .replacing(/"expires":"[^"]*"/, with: "\"expires\":\"\(time)\"")
        #expect(throws: MetadataError.invalid(path: "signed.expires", .time(time))) {
            try targets(text)
        }
        #expect(UTCTime(rfc3339: time) != nil)
    }

    private func targets(_ text: String) throws -> Unverified<Targets> {
        try Unverified(parsing: Array(text.utf8), as: .targets, in: .notary)
    }

    /// The keys of the targets role of a root that was changed, then signed.
    private func roleKeys(
        of repository: SimulatedRepository,
        _ change: (inout JSON) -> Void
    ) async throws -> RoleKeys {
        var repository = repository
        let bytes = try #require(try await repository.files()["root"])
        var signed = try #require(
            JSONDocument(parsing: bytes, limits: .untrustedMetadata).root["signed"]?.tree
        )
        change(&signed)
        let signers = repository.roles[.root]?.keys ?? []
        let changed = try await MetadataSigner(.notary).file(signed: signed, by: signers)
        let root = try Unverified<Root>(parsing: changed, as: .root, in: .notary)
        return try root.verified(by: RoleKeys(signers.map(\.key))).payload.roleKeys(of: .targets)
    }
}

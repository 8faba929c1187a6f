import RepositorySimulation
import TUFCore
import Testing

@Suite("Writing snapshots and timestamps")
struct SnapshotEditorTests {
    @Test("a snapshot lists what it is given, a timestamp the snapshot", arguments: Editing.both)
    func lists(dialect: any MetadataDialect) async throws {
        let keys = try Editing.keys(in: dialect)
        let root = try await Editing.rootEditor(in: dialect, keys).signed(by: keys.signing)
        let targets = try await targets(in: dialect, keys)
        var editor = SnapshotEditor(in: dialect, expires: Editing.expires)
        try editor.list(targets)
        if dialect is NotaryDialect { try editor.list(root) }
        let snapshot = try await editor.signed(by: keys.signing, keys: keys.keys)
        let listed = try #require(snapshot.payload[.targets])
        #expect(listed.length == targets.rawBytes.count)
        #expect(listed.hashes.mismatch(with: targets.rawBytes) == nil)
        #expect(listed.version == (dialect is NotaryDialect ? nil : .first))
        #expect((snapshot.payload[.root] != nil) == (dialect is NotaryDialect))

        var timestampEditor = TimestampEditor(in: dialect, expires: Editing.expires)
        try timestampEditor.list(snapshot)
        let timestamp = try await timestampEditor.signed(by: keys.signing, keys: keys.keys)
        #expect(timestamp.payload.snapshot.length == snapshot.rawBytes.count)
        #expect(timestamp.payload.snapshot.hashes.mismatch(with: snapshot.rawBytes) == nil)
    }

    @Test("the next ones keep what they list and unknown members", arguments: Editing.both)
    func next(dialect: any MetadataDialect) async throws {
        let keys = try Editing.keys(in: dialect)
        let role = try RoleName("targets/a")
        var start = SnapshotEditor(in: dialect, expires: Editing.expires)
        try await start.list(targets(in: dialect, keys))
        try await start.list(targets(of: role, in: dialect, keys))
        if dialect is NotaryDialect {
            try await start.list(
                Editing.rootEditor(in: dialect, keys).signed(by: keys.signing)
            )
        }
        let entry = dialect.nameInMeta(of: .targets)
        let signed = Editing.changing(["meta", entry, "x-meta"], to: "kept", in: start.json)
        let first: Verified<Snapshot> = try await Editing.file(
            signed,
            as: .snapshot,
            in: dialect,
            by: keys
        )
        var editor = try SnapshotEditor(editing: first, in: dialect, expires: Editing.later)
        try await editor.list(targets(version: 4, in: dialect, keys))
        let second = try await editor.signed(by: keys.signing, keys: keys.keys)
        #expect(second.payload.version == MetadataVersion.first.next)
        #expect(second.payload[role] == first.payload[role])
        #expect(second.payload[.targets] != first.payload[.targets])
        let text = String(decoding: second.rawBytes, as: UTF8.self)
        #expect(text.contains(#""x-meta":"kept""#))
    }

    @Test("the next timestamp names the same snapshot until it is told of another")
    func nextTimestamp() async throws {
        let keys = try RoleSigners.twoOfThree()
        let snapshot = try await snapshot(version: 2, keys)
        var editor = TimestampEditor(in: .tuf, expires: Editing.expires)
        try editor.list(snapshot)
        let signed = Editing.changing(["x-top"], to: "kept", in: editor.json)
        let first: Verified<Timestamp> = try await Editing.file(
            signed,
            as: .timestamp,
            in: .tuf,
            by: keys
        )
        editor = try TimestampEditor(editing: first, in: .tuf, expires: Editing.later)
        let second = try await editor.signed(by: keys.signing, keys: keys.keys)
        #expect(second.payload.snapshot == first.payload.snapshot)
        #expect(second.payload.version == MetadataVersion.first.next)
        #expect(second.payload.expires == Editing.later)
        #expect(String(decoding: second.rawBytes, as: UTF8.self).contains(#""x-top":"kept""#))
        let two = try MetadataVersion(2)
        let error = EditError.versionNotHigher(role: .snapshot, previous: two, offered: .first)
        let old = try await self.snapshot(version: 1, keys)
        #expect(throws: error) { try editor.list(old) }
        try await editor.list(self.snapshot(version: 3, keys))
    }

    @Test("a snapshot does not go back to an older file (TUF 5.5.5)")
    func rollback() async throws {
        let keys = try RoleSigners.twoOfThree()
        var editor = SnapshotEditor(in: .tuf, expires: Editing.expires)
        let two = try MetadataVersion(2)
        let error = EditError.versionNotHigher(role: .targets, previous: two, offered: .first)
        let (old, new) = (
            try await targets(version: 1, in: .tuf, keys),
            try await targets(version: 2, in: .tuf, keys)
        )
        try editor.list(new)
        #expect(throws: error) { try editor.list(old) }
        try editor.list(new)
    }

    @Test("a snapshot of TUF 1.0 does not list the root")
    func root() async throws {
        let keys = try RoleSigners.twoOfThree()
        let root = try await Editing.rootEditor(in: .tuf, keys).signed(by: keys.signing)
        var editor = SnapshotEditor(in: .tuf, expires: Editing.expires)
        #expect(throws: EditError.notListed(.root)) { try editor.list(root) }
    }

    @Test("neither is handed out unless it verifies, nor without what it must list")
    func incomplete() async throws {
        let keys = try RoleSigners.twoOfThree()
        let snapshot = SnapshotEditor(in: .tuf, expires: Editing.expires)
        let few = Array(keys.listed.prefix(1))
        await #expect(throws: EditError.self) {
            try await snapshot.signed(by: few, keys: keys.keys)
        }
        var timestamp = TimestampEditor(in: .tuf, expires: Editing.expires)
        await #expect(throws: EditError.malformed(.missing(path: "signed.meta"))) {
            try await timestamp.signed(by: keys.signing, keys: keys.keys)
        }
        try await timestamp.list(self.snapshot(version: 1, keys))
        await #expect(throws: EditError.self) {
            try await timestamp.signed(by: few, keys: keys.keys)
        }
    }

    private func targets(
        of role: RoleName = .targets,
        version: Int = 1,
        in dialect: any MetadataDialect,
        _ keys: RoleSigners
    ) async throws -> Verified<Targets> {
        var editor = TargetsEditor(of: role, in: dialect, expires: Editing.expires)
        try editor.setVersion(MetadataVersion(version))
        return try await editor.signed(by: keys.signing, keys: keys.keys)
    }

    private func snapshot(version: Int, _ keys: RoleSigners) async throws -> Verified<Snapshot> {
        var editor = SnapshotEditor(in: .tuf, expires: Editing.expires)
        try editor.setVersion(MetadataVersion(version))
        try await editor.list(targets(in: .tuf, keys))
        return try await editor.signed(by: keys.signing, keys: keys.keys)
    }
}

import RepositorySimulation
import TUFCore
import Testing

@Suite("The names that files are written under")
struct RepositoryFilesTests {
    private let keys: RoleSigners

    init() throws {
        keys = try .twoOfThree()
    }

    @Test("with consistent snapshots all but the timestamp have their version before the name")
    func consistent() async throws {
        let files = try await files(consistent: true)
        #expect(
            files.inOrderOfWriting.map(\.name) == [
                "1.root.json", "3.a%2F..%C3%A9.json", "3.targets.json", "1.snapshot.json",
                "timestamp.json",
            ]
        )
        let target = TargetFile(describing: [], by: [.sha256, .sha512])
        #expect(
            files.names(of: target, named: "dir/file")
                == target.hashes.digests.map { "dir/\($0.hex).file" }
        )
    }

    @Test("without them only the root has its version before the name, and its bare name too")
    func inconsistent() async throws {
        let files = try await files(consistent: false)
        #expect(
            files.inOrderOfWriting.map(\.name) == [
                "1.root.json", "root.json", "a%2F..%C3%A9.json", "targets.json",
                "snapshot.json", "timestamp.json",
            ]
        )
        #expect(files["root.json"] == files["1.root.json"])
        let target = TargetFile(describing: [], by: [.sha256, .sha512])
        #expect(files.names(of: target, named: "dir/file") == ["dir/file"])
    }

    @Test("an earlier root stays under its version, and does not take the newest one's name")
    func earlierRoots() async throws {
        var editor = try Editing.rootEditor(in: .tuf, keys)
        editor.consistentSnapshot = false
        let first = try await editor.signed(by: keys.signing)
        let second = try await RootEditor(editing: first, in: .tuf, expires: Editing.later)
            .signed(by: keys.signing)
        var files = RepositoryFiles(under: second, in: .tuf)
        files.add(earlier: first)
        #expect(files["1.root.json"] == first.rawBytes)
        #expect(files["2.root.json"] == second.rawBytes)
        #expect(files["root.json"] == second.rawBytes)
    }

    @Test("two files of one name are refused")
    func nameTaken() async throws {
        let root = try await Editing.rootEditor(in: .tuf, keys).signed(by: keys.signing)
        var files = RepositoryFiles(under: root, in: .tuf)
        let editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        let one = try await editor.signed(by: Array(keys.listed.prefix(2)), keys: keys.keys)
        let other = try await editor.signed(by: Array(keys.listed.suffix(2)), keys: keys.keys)
        try files.add(one)
        try files.add(one)
        #expect(throws: EditError.fileNameTaken("1.targets.json")) { try files.add(other) }
        #expect(files["1.targets.json"] == one.rawBytes)
    }

    @Test("Notary's files have their SHA-256 after the name, roots their version before it")
    func notary() async throws {
        let start = UTCTime(seconds: 1_795_392_000)
        let files = try await WrittenNotaryRepository("lab/a", from: start, root: .ecdsa).files
        let names = files.inOrderOfWriting.map(\.name)
        for role in ["root", "targets/releases", "targets", "snapshot", "timestamp"] {
            let bytes = try #require(files["\(role).json"])
            let hash = HashAlgorithm.sha256.digest(of: bytes).hex
            #expect(files["\(role).\(hash).json"] == bytes)
        }
        #expect(files["root.json"] == files["2.root.json"])
        #expect(files["1.root.json"] != nil)
        #expect(names.count == 13)
        #expect(names.last?.hasPrefix("timestamp.") == true)
    }

    /// One file of each role, one of a delegation with a name no path may have.
    private func files(consistent: Bool) async throws -> RepositoryFiles {
        var rootEditor = try Editing.rootEditor(in: .tuf, keys)
        rootEditor.consistentSnapshot = consistent
        let root = try await rootEditor.signed(by: keys.signing)
        var files = RepositoryFiles(under: root, in: .tuf)
        var snapshotEditor = SnapshotEditor(in: .tuf, expires: Editing.expires)
        for role in [RoleName.targets, try RoleName("a/..é")] {
            var editor = TargetsEditor(of: role, in: .tuf, expires: Editing.expires)
            try editor.setVersion(MetadataVersion(3))
            let file = try await editor.signed(by: keys.signing, keys: keys.keys)
            try snapshotEditor.list(file)
            try files.add(file)
        }
        let snapshot = try await snapshotEditor.signed(by: keys.signing, keys: keys.keys)
        var timestamp = TimestampEditor(in: .tuf, expires: Editing.expires)
        try timestamp.list(snapshot)
        try files.add(await timestamp.signed(by: keys.signing, keys: keys.keys))
        try files.add(snapshot)
        return files
    }
}

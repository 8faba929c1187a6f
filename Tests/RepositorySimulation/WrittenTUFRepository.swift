public import TUFCore

/// A repository of TUF 1.0 that ``RootEditor`` and the other editors wrote: 2-of-3 keys, nested,
/// succinct and classic delegations, a root rotated three times, targets changed once.
public struct WrittenTUFRepository: Sendable {
    /// When everything ends.
    public static let expires = UTCTime(seconds: 2_524_608_000)

    /// The first root, which clients ship with.
    public private(set) var firstRoot: Verified<Root>
    /// All metadata files.
    public private(set) var files: RepositoryFiles
    /// What each target holds.
    public private(set) var contents: [String: [UInt8]] = [:]
    /// Targets under the names to write them under.
    public private(set) var targetFiles: [String: [UInt8]] = [:]

    /// Writes it with new keys.
    ///
    /// - Parameter snapshotKey: A key that signs snapshots.
    /// - Throws: When anything cannot be signed.
    public init(snapshotKey: SigningKey? = nil) async throws {
        let roots = try await WrittenRoots(snapshotKey: snapshotKey)
        guard let first = roots.all.first, let root = roots.all.last else { throw NoRoot() }
        firstRoot = first
        files = RepositoryFiles(under: root, in: .tuf)
        for root in roots.all { files.add(earlier: root) }

        let team = try RoleSigners.twoOfThree()
        let bins = try RoleSigners.twoOfThree()
        var targets = TargetsEditor(in: .tuf, expires: Self.expires)
        try add("top.txt", to: &targets)
        try add("removed.txt", to: &targets)
        for (name, patterns) in [("team", ["team/*", "team/*/*"]), ("hashed", ["hashed/*"])] {
            try targets.delegate(to: Self.role(name, team, patterns))
        }
        try targets.delegate(to: Self.role("spread", bins, ["spread/*"]))
        let old = try await targets.signed(
            by: roots.targets.signing,
            keys: root.payload.roleKeys(of: .targets)
        )
        try files.add(old)
        targets = try TargetsEditor(editing: old, in: .tuf, expires: Self.expires)
        try targets.removeTarget(named: "removed.txt")
        contents["removed.txt"] = nil

        var all = [
            try await targets.signed(
                by: roots.targets.signing,
                keys: root.payload.roleKeys(of: .targets)
            )
        ]
        all += try await nested(below: team)
        all += try await binned(
            by: "spread",
            delegator: bins,
            to: SuccinctRoles(keys: bins.keys, bitLength: 4, namePrefix: "bin"),
            signedBy: bins
        )
        all += try await binned(
            by: "hashed",
            delegator: team,
            to: SuccinctRoles(keys: bins.keys, bitLength: 3, namePrefix: "classic"),
            signedBy: bins
        )
        try await finish(all, roots)
    }

    private struct NoRoot: Error {}

    private static func role(
        _ name: String,
        _ signers: RoleSigners,
        _ patterns: [String],
        _ termination: DelegatedRole.Termination = .searchGoesOn
    ) throws -> DelegatedRole {
        DelegatedRole(
            name: try RoleName(name),
            keys: try signers.keys,
            paths: .patterns(patterns.map { PathPattern($0) }),
            termination: termination
        )
    }

    /// `team`, which delegates to `team-inner`, which ends searches.
    private mutating func nested(below team: RoleSigners) async throws -> [Verified<Targets>] {
        let inner = RoleSigners([try SigningKey(tuf: KeyGenerator().generate(.ed25519))])
        var outerEditor = TargetsEditor(
            of: try RoleName("team"),
            in: .tuf,
            expires: Self.expires
        )
        try add("team/plan.txt", to: &outerEditor)
        try outerEditor.delegate(
            to: Self.role("team-inner", inner, ["team/inner/*"], .searchEnds)
        )
        var innerEditor = TargetsEditor(
            of: try RoleName("team-inner"),
            in: .tuf,
            expires: Self.expires
        )
        try add("team/inner/deep é.txt", to: &innerEditor)
        return [
            try await outerEditor.signed(by: team.signing, keys: team.keys),
            try await innerEditor.signed(by: inner.signing, keys: inner.keys),
        ]
    }

    /// A role that spreads 20 targets over bins.
    private mutating func binned(
        by name: String,
        delegator: RoleSigners,
        to bins: SuccinctRoles,
        signedBy signers: RoleSigners
    ) async throws -> [Verified<Targets>] {
        var editor = TargetsEditor(of: try RoleName(name), in: .tuf, expires: Self.expires)
        if name == "spread" {
            try editor.delegate(succinctlyTo: bins)
        } else {
            try editor.delegate(toEachOf: bins)
        }
        var files = [try await editor.signed(by: delegator.signing, keys: delegator.keys)]
        let paths = (0..<20).map { "\(name)/\($0).bin" }
        for bin in 0..<bins.count {
            guard let role = bins.role(ofBin: bin) else { continue }
            var editor = TargetsEditor(of: role.name, in: .tuf, expires: Self.expires)
            for path in paths where bins.bin(of: TargetPath(path)) == bin {
                try add(path, to: &editor)
            }
            files.append(try await editor.signed(by: signers.signing, keys: role.keys))
        }
        return files
    }

    private mutating func add(_ name: String, to editor: inout TargetsEditor) throws {
        let content = Array("the content of \(name)\n".utf8)
        let file = TargetFile(describing: content, by: [.sha256, .sha512], custom: ["é": "\u{1}"])
        try editor.add(file, named: name)
        contents[name] = content
        for written in files.names(of: file, named: name) { targetFiles[written] = content }
    }

    private mutating func finish(
        _ targets: [Verified<Targets>],
        _ roots: WrittenRoots
    ) async throws {
        var snapshotEditor = SnapshotEditor(in: .tuf, expires: Self.expires)
        for file in targets {
            try files.add(file)
            try snapshotEditor.list(file)
        }
        let snapshot = try await snapshotEditor.signed(
            by: roots.snapshot.signing,
            keys: files.root.roleKeys(of: .snapshot)
        )
        try files.add(snapshot)
        var timestamp = TimestampEditor(in: .tuf, expires: Self.expires)
        try timestamp.list(snapshot)
        try files.add(
            await timestamp.signed(
                by: roots.timestamp.signing,
                keys: files.root.roleKeys(of: .timestamp)
            )
        )
    }
}

public import TUFCore

/// A Notary repository that the editors wrote: root with a certificate of its own, rotated once,
/// targets, the delegation `targets/releases`, snapshot and timestamp.
public struct WrittenNotaryRepository: Sendable {
    /// The repository's name.
    public let gun: GUN
    /// All metadata files.
    public private(set) var files: RepositoryFiles
    private let expires: UTCTime

    /// Writes it with new keys.
    ///
    /// - Parameters:
    ///   - name: The repository's name.
    ///   - start: When the certificates begin.
    ///   - algorithm: Of the root keys.
    /// - Throws: When anything cannot be signed.
    public init(_ name: String, from start: UTCTime, root algorithm: KeyAlgorithm) async throws {
        gun = try GUN(name)
        expires = start.adding(seconds: 3650 * 86_400)
        let targetsKey = try SigningKey.generated(.ecdsa)
        let snapshotKey = try SigningKey.generated(.ed25519)
        let timestampKey = try SigningKey.generated(.ecdsa)
        let rootKeys = try (0..<2)
            .map { _ in try Self.rootKey(algorithm, naming: name, from: start) }

        var editor = RootEditor(in: .notary, expires: expires)
        try editor.setKeys(RoleKeys([rootKeys[0].key]), of: .root)
        try editor.setKeys(RoleKeys([targetsKey.key]), of: .targets)
        try editor.setKeys(RoleKeys([snapshotKey.key]), of: .snapshot)
        try editor.setKeys(RoleKeys([timestampKey.key]), of: .timestamp)
        let first = try await editor.signed(by: [rootKeys[0]])
        editor = try RootEditor(editing: first, in: .notary, expires: expires)
        try editor.setKeys(RoleKeys([rootKeys[1].key]), of: .root)
        let root = try await editor.signed(by: rootKeys)
        files = RepositoryFiles(under: root, in: .notary)
        // Only the newest root is served by its bare name.
        files.add(earlier: first)

        let targets = try await writeTargets(targetsKey, under: root)
        var snapshotEditor = SnapshotEditor(in: .notary, expires: expires)
        try snapshotEditor.list(root)
        for file in targets { try snapshotEditor.list(file) }
        let snapshot = try await snapshotEditor.signed(
            by: [snapshotKey],
            keys: root.payload.roleKeys(of: .snapshot)
        )
        try files.add(snapshot)
        var timestamp = TimestampEditor(in: .notary, expires: expires)
        try timestamp.list(snapshot)
        try files.add(
            await timestamp.signed(
                by: [timestampKey],
                keys: root.payload.roleKeys(of: .timestamp)
            )
        )
    }

    private static func rootKey(
        _ algorithm: KeyAlgorithm,
        naming name: String,
        from start: UTCTime
    ) throws -> SigningKey {
        let privateKey = try KeyGenerator().generate(algorithm)
        let certificate = try KeyGenerator()
            .certificate(for: privateKey, commonName: name, from: start)
        return SigningKey(notary: privateKey, listedAs: try Key(notary: certificate))
    }

    /// `targets` with `v1`, and `targets/releases` with `v2` and a name that HTML could misread.
    private mutating func writeTargets(
        _ key: SigningKey,
        under root: Verified<Root>
    ) async throws -> [Verified<Targets>] {
        let delegate = RoleSigners(
            [try .generated(.ecdsa), try .generated(.rsa), try .generated(.ed25519)],
            threshold: 2
        )
        var top = TargetsEditor(in: .notary, expires: expires)
        try top.add(TargetFile(describing: Array("one\n".utf8)), named: "v1")
        try top.delegate(
            to: DelegatedRole(name: .releases, keys: delegate.keys, paths: .prefixes([""]))
        )
        var releases = TargetsEditor(of: .releases, in: .notary, expires: expires)
        let custom: JSON = ["z": 1, "a": "<&>\n\u{1}"]
        try releases.add(
            TargetFile(describing: Array("two\n".utf8), by: [.sha256, .sha512], custom: custom),
            named: "v2"
        )
        try releases.add(TargetFile(describing: []), named: "a<b>&é")
        let written = [
            try await top.signed(by: [key], keys: root.payload.roleKeys(of: .targets)),
            try await releases.signed(by: delegate.signing, keys: delegate.keys),
        ]
        for file in written { try files.add(file) }
        return written
    }
}

/// The requests of an update: which edition of a file, and how much of it.
struct MetaFileRequests {
    let dialect: any MetadataDialect
    let limits: UpdateLimits

    var newestRoot: MetaFileRequest {
        MetaFileRequest(role: .root, edition: .newest, maximumBytes: limits.rootBytes)
    }

    var timestamp: MetaFileRequest {
        MetaFileRequest(role: .timestamp, edition: .newest, maximumBytes: limits.timestampBytes)
    }

    /// TUF 5.3.3: always by version.
    func root(after root: Root) -> MetaFileRequest {
        MetaFileRequest(
            role: .root,
            edition: .version(root.version.next),
            maximumBytes: limits.rootBytes
        )
    }

    func snapshot(listedIn timestamp: TrustedTimestamp) -> MetaFileRequest {
        request(
            for: .snapshot,
            listedAs: timestamp.timestamp.snapshot,
            under: timestamp.root.root,
            otherwise: limits.snapshotBytes
        )
    }

    /// A role that is not listed asks for nothing that could pass.
    func targets(of role: RoleName, listedIn snapshot: TrustedSnapshot) -> MetaFileRequest {
        guard let listed = snapshot.snapshot[role] else {
            return MetaFileRequest(role: role, edition: .newest, maximumBytes: 0)
        }
        return request(
            for: role,
            listedAs: listed,
            under: snapshot.root.root,
            otherwise: limits.targetsBytes
        )
    }

    private func request(
        for role: RoleName,
        listedAs file: MetaFile,
        under root: Root,
        otherwise limit: Int
    ) -> MetaFileRequest {
        MetaFileRequest(
            role: role,
            edition: dialect.edition(of: role, listedAs: file, under: root),
            maximumBytes: file.length.map { min($0, limits.listedBytes) } ?? limit
        )
    }
}

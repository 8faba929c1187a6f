/// Which files make up one state of the repository (TUF 4.4).
public struct Snapshot: MetadataPayload {
    /// TUF 4.4.
    public let version: MetadataVersion
    /// TUF 4.4.
    public let expires: UTCTime
    /// What each listed file must be, by role name.
    ///
    /// The Notary dialect lists `root` as well.
    public let meta: [String: MetaFile]

    /// Takes the parts as they are.
    ///
    /// - Parameters:
    ///   - version: The version of the snapshot.
    ///   - expires: When it ends.
    ///   - meta: Each file by its role's name.
    public init(version: MetadataVersion, expires: UTCTime, meta: [String: MetaFile]) {
        self.version = version
        self.expires = expires
        self.meta = meta
    }

    /// What the file of a role must be; nil where the snapshot does not list it.
    public subscript(role: RoleName) -> MetaFile? { meta[role.name] }

    /// Reads a snapshot in its dialect.
    ///
    /// - Parameters:
    ///   - signed: The value of the member `signed`.
    ///   - dialect: How that value is spelled.
    ///   - role: The role the file is read as.
    /// - Returns: The snapshot, its structure checked.
    /// - Throws: ``MetadataError``.
    public static func decoded(
        from signed: JSONValue,
        in dialect: any MetadataDialect,
        as role: RoleName
    ) throws(MetadataError) -> Snapshot {
        try dialect.snapshot(from: signed)
    }
}

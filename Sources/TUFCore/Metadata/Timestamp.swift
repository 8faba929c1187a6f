/// Which snapshot is the current one (TUF 4.6).
public struct Timestamp: MetadataPayload {
    /// TUF 4.6.
    public let version: MetadataVersion
    /// TUF 4.6.
    public let expires: UTCTime
    /// What the snapshot file must be.
    public let snapshot: MetaFile

    /// Takes the parts as they are.
    ///
    /// - Parameters:
    ///   - version: The version of the timestamp.
    ///   - expires: When it ends.
    ///   - snapshot: What the snapshot file must be.
    public init(version: MetadataVersion, expires: UTCTime, snapshot: MetaFile) {
        self.version = version
        self.expires = expires
        self.snapshot = snapshot
    }

    /// Reads a timestamp in its dialect.
    ///
    /// - Parameters:
    ///   - signed: The value of the member `signed`.
    ///   - dialect: How that value is spelled.
    ///   - role: The role the file is read as.
    /// - Returns: The timestamp, its structure checked.
    /// - Throws: ``MetadataError``.
    public static func decoded(
        from signed: JSONValue,
        in dialect: any MetadataDialect,
        as role: RoleName
    ) throws(MetadataError) -> Timestamp {
        try dialect.timestamp(from: signed)
    }
}

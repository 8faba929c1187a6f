public import TUFCore

/// One version of one role of a repository, as a store keeps it.
public struct StoredMetadata: Hashable, Sendable {
    /// The role the file belongs to.
    public let role: RoleName
    /// The version the file states for itself.
    public let version: MetadataVersion
    /// The file, exactly as it was received or signed.
    public let bytes: [UInt8]
    /// SHA-256 of ``bytes``: the name by which snapshot and timestamp list the file.
    public let sha256: Digest
    /// When the version was stored, for `Last-Modified`.
    public let storedAt: UTCTime

    /// A file as a back end reads it back.
    ///
    /// - Parameters:
    ///   - role: the role the file belongs to.
    ///   - version: what the file states for itself.
    ///   - bytes: the file.
    ///   - sha256: the digest of `bytes`; a store gives back what it was given.
    ///   - storedAt: when it was stored.
    public init(
        role: RoleName,
        version: MetadataVersion,
        bytes: [UInt8],
        sha256: Digest,
        storedAt: UTCTime
    ) {
        self.role = role
        self.version = version
        self.bytes = bytes
        self.sha256 = sha256
        self.storedAt = storedAt
    }
}

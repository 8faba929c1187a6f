import TUFCore

/// A file that will be stored, with what its checked payload says.
struct NewFile: Hashable, Sendable {
    let role: RoleName
    let version: MetadataVersion
    let bytes: [UInt8]
    /// SHA-256 of the bytes, where it was made already: hashing is most of what a large file costs.
    private var sha256: Digest?

    init(_ verified: Verified<some MetadataPayload>) {
        role = verified.role
        version = verified.payload.version
        bytes = verified.rawBytes
    }

    /// A file that was just signed here.
    init(issued role: RoleName, version: MetadataVersion, bytes: [UInt8]) {
        self.role = role
        self.version = version
        self.bytes = bytes
    }

    /// The same file, with the digest under which a snapshot lists it, which was made from its
    /// bytes or held against them.
    func hashed(as snapshot: Snapshot) -> NewFile {
        var file = self
        file.sha256 = snapshot[role]?.hashes[.sha256]
        return file
    }

    func stored(at time: UTCTime) -> StoredMetadata {
        StoredMetadata(
            role: role,
            version: version,
            bytes: bytes,
            sha256: sha256 ?? HashAlgorithm.sha256.digest(of: bytes),
            storedAt: time
        )
    }
}

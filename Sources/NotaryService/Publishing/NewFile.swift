import TUFCore

/// A file that will be stored, with what its checked payload says.
struct NewFile: Hashable, Sendable {
    let role: RoleName
    let version: MetadataVersion
    let bytes: [UInt8]

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

    func stored(at time: UTCTime) -> StoredMetadata {
        StoredMetadata(
            role: role,
            version: version,
            bytes: bytes,
            sha256: HashAlgorithm.sha256.digest(of: bytes),
            storedAt: time
        )
    }
}

/// What snapshot and timestamp say of another metadata file (TUF 4.4, `METAFILES`).
public struct MetaFile: Hashable, Sendable {
    /// The version that file must have; nil in the Notary dialect, which lists none.
    public let version: MetadataVersion?
    /// The most bytes to download; nil where none is listed.
    public let length: Int?
    /// The hashes that file must have.
    public let hashes: Hashes
    /// What is demanded of the file.
    public let rule: MetaFileRule

    /// Takes the parts as they are.
    ///
    /// - Parameters:
    ///   - version: The version of the file, where the dialect lists it.
    ///   - length: Bytes, where listed.
    ///   - hashes: Hashes of the whole file.
    ///   - rule: What is demanded of the file.
    public init(
        version: MetadataVersion?,
        length: Int?,
        hashes: Hashes,
        rule: MetaFileRule = .hashesRequired
    ) {
        self.rule = rule
        self.version = version
        self.length = length
        self.hashes = hashes
    }

    /// Describes a file as it stands, in the Notary dialect: length, SHA-256 and SHA-512.
    ///
    /// - Parameter bytes: The whole file.
    public init(describing bytes: [UInt8]) {
        self.init(
            version: nil,
            length: bytes.count,
            hashes: Hashes(of: bytes, by: [.sha256, .sha512])
        )
    }
}

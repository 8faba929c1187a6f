/// What a targets role says of one target (TUF 4.5, `TARGETS`).
public struct TargetFile: Sendable {
    /// Bytes.
    public let length: Int
    /// Hashes of the whole target.
    public let hashes: Hashes
    /// What the signer added for applications, or nil.
    public let custom: JSON?

    /// Takes the parts as they are.
    ///
    /// - Parameters:
    ///   - length: Bytes.
    ///   - hashes: Hashes of the whole target.
    ///   - custom: Opaque application data.
    public init(length: Int, hashes: Hashes, custom: JSON? = nil) {
        self.length = length
        self.hashes = hashes
        self.custom = custom
    }

    /// Describes a target as it stands.
    ///
    /// - Parameters:
    ///   - bytes: The whole target.
    ///   - algorithms: The hashes to list.
    ///   - custom: Opaque application data.
    public init(
        describing bytes: [UInt8],
        by algorithms: [HashAlgorithm] = [.sha256],
        custom: JSON? = nil
    ) {
        self.init(length: bytes.count, hashes: Hashes(of: bytes, by: algorithms), custom: custom)
    }
}

/// The most that one metadata file may ask of a reader.
///
/// Each has a name and a default.
public struct MetadataLimits: Sendable {
    /// Bytes and depth of the JSON text.
    public var json: JSONLimits
    /// Signatures on one file (CVE-2020-6173: a flood of them).
    public var signatures: Int
    /// Keys that a root, or the delegations of one role, may list.
    public var keys: Int
    /// Roles that one role may delegate to by name; succinct bins cost nothing each.
    public var delegations: Int

    /// For files that come from a server nobody vouches for.
    public static let untrusted = MetadataLimits()

    /// Takes the limits as they are.
    ///
    /// - Parameters:
    ///   - json: Bytes and depth of the JSON text.
    ///   - signatures: Signatures on one file.
    ///   - keys: Keys that one file may list.
    ///   - delegations: Roles that one file may delegate to by name.
    public init(
        json: JSONLimits = .untrustedMetadata,
        signatures: Int = 1024,
        keys: Int = 16_384,
        delegations: Int = 65_536
    ) {
        self.json = json
        self.signatures = signatures
        self.keys = keys
        self.delegations = delegations
    }
}

/// The most that one metadata file may ask of a reader.
///
/// Each has a name and a default.
public struct MetadataLimits: Sendable {
    /// Bytes and depth of the JSON text.
    public var json: JSONLimits
    /// Signatures on one file (CVE-2020-6173: a flood of them).
    public var signatures: Int

    /// For files that come from a server nobody vouches for.
    public static let untrusted = MetadataLimits(json: .untrustedMetadata, signatures: 1024)

    /// Takes the limits as they are.
    ///
    /// - Parameters:
    ///   - json: Bytes and depth of the JSON text.
    ///   - signatures: Signatures on one file.
    public init(json: JSONLimits, signatures: Int) {
        self.json = json
        self.signatures = signatures
    }
}

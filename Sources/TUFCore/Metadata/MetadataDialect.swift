/// How bytes become the same ``Root``, ``Snapshot`` and so on, and how keys and files are written.
///
/// TUF 1.0 and Notary v1 differ in spelling, not in logic: what is trusted is decided once, in
/// Verification and Workflow, for every dialect.
public protocol MetadataDialect: Sendable {
    /// Whether a file in which one key id signed twice is refused as a whole (TUF 4.2.1).
    var repeatedSignatures: RepeatedSignatures { get }

    /// When an update looks for newer roots.
    var rootOrder: RootOrder { get }

    /// Reads a root.
    ///
    /// - Parameter signed: The value of the member `signed`.
    /// - Returns: The root, its structure checked.
    /// - Throws: ``MetadataError``.
    func root(from signed: JSONValue) throws(MetadataError) -> Root

    /// Reads a timestamp.
    ///
    /// - Parameter signed: The value of the member `signed`.
    /// - Returns: The timestamp, its structure checked.
    /// - Throws: ``MetadataError``.
    func timestamp(from signed: JSONValue) throws(MetadataError) -> Timestamp

    /// Reads a snapshot.
    ///
    /// - Parameter signed: The value of the member `signed`.
    /// - Returns: The snapshot, its structure checked.
    /// - Throws: ``MetadataError``.
    func snapshot(from signed: JSONValue) throws(MetadataError) -> Snapshot

    /// Reads a targets file.
    ///
    /// - Parameters:
    ///   - signed: The value of the member `signed`.
    ///   - role: The role the file is read as.
    /// - Returns: The targets, their structure checked but for the entries, read when asked for.
    /// - Throws: ``MetadataError``.
    func targets(from signed: JSONValue, of role: RoleName) throws(MetadataError) -> Targets

    /// Reads one entry of a targets file.
    ///
    /// - Parameters:
    ///   - entry: The value under the target's name.
    ///   - name: The target's name, for messages.
    /// - Returns: Its length, hashes and custom data.
    /// - Throws: ``MetadataError``.
    func targetFile(
        from entry: JSONValue,
        named name: String
    ) throws(MetadataError) -> TargetFile

    /// Reads one element of `signatures`.
    ///
    /// - Parameters:
    ///   - element: An element of the array.
    ///   - path: Where it stands, for messages.
    /// - Returns: The signature, not verified; nil for one whose key id could be nobody's.
    /// - Throws: ``MetadataError``.
    func signature(
        from element: JSONValue,
        at path: String
    ) throws(MetadataError) -> MetadataSignature?

    /// How a key of this kind signs; nil where the signature names a method the key does not have.
    ///
    /// The algorithm comes from the key, never from the signature alone (CVE-2015-9258).
    ///
    /// - Parameters:
    ///   - key: The key that the signature names.
    ///   - method: What the signature says of itself.
    /// - Returns: The scheme to verify with, or nil.
    func scheme(of key: Key, for method: String?) -> SignatureScheme?

    /// Which of a role's files to ask for.
    ///
    /// - Parameters:
    ///   - role: Whose file.
    ///   - file: What the role above says of it.
    ///   - root: The root in use.
    /// - Returns: The edition to request.
    func edition(
        of role: RoleName,
        listedAs file: MetaFile,
        under root: Root
    ) -> MetaFileRequest.Edition

    /// The `signed` part of a timestamp, as this dialect writes it.
    ///
    /// - Parameter timestamp: What to write.
    /// - Returns: The value, to be made canonical and signed.
    func json(of timestamp: Timestamp) -> JSON

    /// The `signed` part of a snapshot, as this dialect writes it.
    ///
    /// - Parameter snapshot: What to write.
    /// - Returns: The value, to be made canonical and signed.
    func json(of snapshot: Snapshot) -> JSON

    /// A whole metadata file.
    ///
    /// - Parameters:
    ///   - canonical: The canonical bytes of `signed`.
    ///   - signatures: Over exactly these bytes.
    /// - Returns: The bytes to store and serve.
    func file(signed canonical: [UInt8], signatures: [MetadataSignature]) -> [UInt8]
}

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
    ///   - position: Which element of `signatures` it is, for messages.
    /// - Returns: The signature, not verified; nil for one whose key id could be nobody's.
    /// - Throws: ``MetadataError``.
    func signature(
        from element: JSONValue,
        at position: Int
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

    /// Whether new roots say that files are written by version and targets by hash (TUF 6.2.1).
    var writesConsistentSnapshots: Bool { get }

    /// Whether snapshots list the root beside the targets.
    var listsRoot: Bool { get }

    /// What a new file says first of itself: its type and what else is the same for all.
    ///
    /// - Parameter role: Whose file.
    /// - Returns: The members, without version and expiry.
    func header(of role: RoleName) -> [JSON.Member]

    /// How a moment is written that a file ends at.
    ///
    /// - Parameter time: The moment.
    /// - Returns: Its text.
    func spelling(ofExpiry time: UTCTime) -> String

    /// What a role's file is called where snapshot and timestamp list it.
    ///
    /// - Parameter role: Whose file.
    /// - Returns: The member's name.
    func nameInMeta(of role: RoleName) -> String

    /// What snapshot and timestamp are to say of a file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - version: Its version.
    /// - Returns: The description.
    func metaFile(describing bytes: [UInt8], version: MetadataVersion) -> MetaFile

    /// How snapshot and timestamp describe a file.
    ///
    /// - Parameter file: The description.
    /// - Returns: The member's value.
    func json(of file: MetaFile) -> JSON

    /// An entry of a targets file.
    ///
    /// - Parameter file: Length, hashes and custom data.
    /// - Returns: The member's value.
    func json(of file: TargetFile) -> JSON

    /// A key as files list it.
    ///
    /// - Parameter key: The key.
    /// - Returns: The key object; one of another id for a key of another dialect.
    func json(of key: Key) -> JSON

    /// A delegation as targets files list it.
    ///
    /// - Parameter role: The delegation.
    /// - Returns: An element of `roles`.
    /// - Throws: ``EditError/notInThisDialect(_:)``.
    func json(of role: DelegatedRole) throws(EditError) -> JSON

    /// Bins as targets files list them.
    ///
    /// - Parameter bins: The bins.
    /// - Returns: The value of `succinct_roles`.
    /// - Throws: ``EditError/notInThisDialect(_:)``.
    func json(of bins: SuccinctRoles) throws(EditError) -> JSON

    /// Whether a role may be called so below another one.
    ///
    /// - Parameters:
    ///   - role: The delegated role.
    ///   - parent: The role that delegates.
    /// - Returns: True where readers of this dialect take the name.
    func canDelegate(to role: RoleName, from parent: RoleName) -> Bool

    /// Whether a target may be called so.
    ///
    /// - Parameter name: Its path.
    /// - Returns: True where readers of this dialect take the name.
    func canName(target name: String) -> Bool

    /// The names that a metadata file is served under.
    ///
    /// - Parameters:
    ///   - role: Whose file.
    ///   - version: Its version.
    ///   - bytes: The whole file.
    ///   - root: The root in use.
    /// - Returns: Paths below the metadata's base URL.
    func fileNames(
        of role: RoleName,
        version: MetadataVersion,
        bytes: [UInt8],
        under root: Root
    ) -> [String]

    /// A whole metadata file.
    ///
    /// - Parameters:
    ///   - canonical: The canonical bytes of `signed`.
    ///   - signatures: Over exactly these bytes.
    /// - Returns: The bytes to store and serve.
    func file(signed canonical: [UInt8], signatures: [MetadataSignature]) -> [UInt8]
}

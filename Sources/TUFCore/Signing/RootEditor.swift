/// Writes roots: the first one of a repository, and each that follows another (TUF 6.1).
///
/// ```swift
/// var editor = RootEditor(in: .tuf, expires: expires)
/// for role in RoleName.topLevel {
///     try editor.setKeys(try RoleKeys([alice, bob, carol], threshold: 2), of: role)
/// }
/// let root = try await editor.signed(by: [aliceSigner, bobSigner])
/// ```
public struct RootEditor: Sendable {
    private var payload: EditedPayload
    private var keys: KeyTable
    private let previous: Verified<Root>?

    /// Begins a repository, with version 1 and no keys.
    ///
    /// - Parameters:
    ///   - dialect: How the file is spelled.
    ///   - expires: When it ends.
    public init(in dialect: any MetadataDialect, expires: UTCTime) {
        payload = EditedPayload(new: .root, in: dialect, expires: expires)
        keys = KeyTable(nil, in: dialect)
        previous = nil
        consistentSnapshot = dialect.writesConsistentSnapshots
    }

    /// Begins the root after another one, with the next version and everything else as it was.
    ///
    /// - Parameters:
    ///   - root: The newest root.
    ///   - dialect: The dialect it was read in.
    ///   - expires: When the new root ends.
    /// - Throws: ``EditError/malformed(_:)`` when it is not of this dialect.
    public init(
        editing root: Verified<Root>,
        in dialect: any MetadataDialect,
        expires: UTCTime
    ) throws(EditError) {
        payload = try EditedPayload(editing: root, in: dialect, expires: expires)
        keys = KeyTable(payload.object[member: "keys"], in: dialect)
        previous = root
    }

    /// The version that is written: clients follow roots one by one, so it is always the next.
    public var version: MetadataVersion { payload.version }

    /// When the root ends.
    public var expires: UTCTime {
        get { payload.expires }
        set { payload.expires = newValue }
    }

    /// Whether files are written by version and targets by hash (TUF 6.2.1).
    public var consistentSnapshot: Bool {
        get { payload.object[member: "consistent_snapshot"] == .boolean(true) }
        set { payload.object[member: "consistent_snapshot"] = .boolean(newValue) }
    }

    /// Gives a role these keys and this threshold, in place of those it had.
    ///
    /// Keys that no role names any longer are dropped from the file.
    ///
    /// - Parameters:
    ///   - newKeys: Keys and threshold.
    ///   - role: One of ``RoleName/topLevel``.
    /// - Throws: ``EditError/notATopLevelRole(_:)``,
    ///   ``EditError/thresholdUnreachable(threshold:keys:)``,
    ///   ``EditError/keyOfAnotherDialect(_:)``; the editor is then as it was.
    public mutating func setKeys(_ newKeys: RoleKeys, of role: RoleName) throws(EditError) {
        guard !role.isDelegation else { throw .notATopLevelRole(role) }
        var added = keys
        try added.add(newKeys)
        var roles = payload.object[member: "roles"] ?? .object([])
        let old = roles[member: role.name]
        roles[member: role.name] = (old ?? .object([])).merging(KeyTable.definition(of: newKeys))
        added.drop(keysOf: old, unlessNamedBy: roles.members.map(\.value))
        keys = added
        payload.object[member: "roles"] = roles
    }

    /// The value of `signed` as it now stands, for whoever signs elsewhere.
    public var json: JSON {
        var json = payload.json
        json[member: "keys"] = keys.json
        return json
    }

    /// Signs the root, and checks it as clients will.
    ///
    /// TUF 6.1: a threshold of the root keys it lists must sign, and of those of the root before.
    ///
    /// - Parameter signers: Each signs once.
    /// - Returns: The root, verified by both.
    /// - Throws: ``EditError/malformed(_:)`` when a role has no keys yet,
    ///   ``EditError/signing(_:)``, ``EditError/notVerified(_:)``.
    public func signed(by signers: [any Signer]) async throws(EditError) -> Verified<Root> {
        let root: Unverified<Root> = try await payload.signed(json, by: signers)
        do {
            if let previous { _ = try root.verified(by: previous.payload.roleKeys(of: .root)) }
            return try root.verifiedByItself { $0.roleKeys(of: .root) }
        } catch {
            throw .notVerified(error)
        }
    }
}

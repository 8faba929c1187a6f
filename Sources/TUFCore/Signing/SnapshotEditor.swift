/// Writes snapshots: which files make up one state of the repository (TUF 6.3).
public struct SnapshotEditor: Sendable {
    private var payload: EditedPayload
    private var meta: MemberTable

    /// Begins with version 1, listing nothing.
    ///
    /// - Parameters:
    ///   - dialect: How the file is spelled.
    ///   - expires: When it ends.
    public init(in dialect: any MetadataDialect, expires: UTCTime) {
        payload = EditedPayload(new: .snapshot, in: dialect, expires: expires)
        meta = MemberTable()
    }

    /// Begins the snapshot after another one, with the next version and everything else as it was.
    ///
    /// - Parameters:
    ///   - snapshot: The newest snapshot.
    ///   - dialect: The dialect it was read in.
    ///   - expires: When the new one ends.
    /// - Throws: ``EditError/malformed(_:)`` when it is not of this dialect.
    public init(
        editing snapshot: Verified<Snapshot>,
        in dialect: any MetadataDialect,
        expires: UTCTime
    ) throws(EditError) {
        payload = try EditedPayload(editing: snapshot, in: dialect, expires: expires)
        meta = MemberTable(payload.object[member: "meta"]?.members ?? [])
    }

    /// The version that is written.
    public var version: MetadataVersion { payload.version }

    /// When the snapshot ends.
    public var expires: UTCTime {
        get { payload.expires }
        set { payload.expires = newValue }
    }

    /// Raises the version to another one than the next.
    ///
    /// - Parameter version: Higher than that of the snapshot that is edited.
    /// - Throws: ``EditError/versionNotHigher(role:previous:offered:)``.
    public mutating func setVersion(_ version: MetadataVersion) throws(EditError) {
        try payload.setVersion(version)
    }

    /// Lists a targets file, in place of the role's file before.
    ///
    /// - Parameter file: Of `targets` or a delegation.
    /// - Throws: ``EditError/versionNotHigher(role:previous:offered:)`` for a file that is older
    ///   than the listed one, which clients would refuse (TUF 5.5.5).
    public mutating func list(_ file: Verified<Targets>) throws(EditError) {
        try list(file.rawBytes, of: file.role, version: file.payload.version)
    }

    /// Lists the root, which the Notary dialect demands.
    ///
    /// - Parameter root: The newest root.
    /// - Throws: ``EditError/notListed(_:)`` in TUF 1.0.
    public mutating func list(_ root: Verified<Root>) throws(EditError) {
        guard payload.dialect.listsRoot else { throw .notListed(.root) }
        try list(root.rawBytes, of: .root, version: root.payload.version)
    }

    private mutating func list(
        _ bytes: [UInt8],
        of role: RoleName,
        version: MetadataVersion
    ) throws(EditError) {
        let name = payload.dialect.nameInMeta(of: role)
        let old = meta[name] ?? .object([])
        if case .integer(let number)? = old[member: "version"],
            let listed = try? MetadataVersion(number), listed > version
        {
            throw .versionNotHigher(role: role, previous: listed, offered: version)
        }
        let file = payload.dialect.metaFile(describing: bytes, version: version)
        meta[name] = old.merging(payload.dialect.json(of: file))
    }

    /// The value of `signed` as it now stands, for whoever signs elsewhere.
    public var json: JSON {
        var json = payload.json
        json[member: "meta"] = .object(meta.members)
        return json
    }

    /// Signs the snapshot, and checks it as clients will.
    ///
    /// - Parameters:
    ///   - signers: Each signs once.
    ///   - keys: The root's keys of the snapshot role.
    /// - Returns: The snapshot, verified by `keys`.
    /// - Throws: ``EditError/signing(_:)``, ``EditError/notVerified(_:)``,
    ///   ``EditError/malformed(_:)``.
    public func signed(
        by signers: [any Signer],
        keys: RoleKeys
    ) async throws(EditError) -> Verified<Snapshot> {
        let file: Unverified<Snapshot> = try await payload.signed(json, by: signers)
        do {
            return try file.verified(by: keys)
        } catch {
            throw .notVerified(error)
        }
    }
}

/// Writes what one role vouches for: targets, and the roles it delegates to.
///
/// ```swift
/// var editor = TargetsEditor(in: .tuf, expires: expires)
/// try editor.add(TargetFile(describing: bytes), named: "app/1.0.tar.gz")
/// let targets = try await editor.signed(by: signers, keys: root.payload.roleKeys(of: .targets))
/// ```
public struct TargetsEditor: Sendable {
    var payload: EditedPayload
    var delegations: EditedDelegations
    private var targets: MemberTable

    /// Begins a role's file, with version 1, no targets and no delegations.
    ///
    /// - Parameters:
    ///   - role: ``RoleName/targets`` or a delegation.
    ///   - dialect: How the file is spelled.
    ///   - expires: When it ends.
    public init(
        of role: RoleName = .targets,
        in dialect: any MetadataDialect,
        expires: UTCTime
    ) {
        payload = EditedPayload(new: role, in: dialect, expires: expires)
        targets = MemberTable()
        delegations = EditedDelegations(nil, of: role, in: dialect)
    }

    /// Begins the file after another one, with the next version and everything else as it was.
    ///
    /// - Parameters:
    ///   - file: The role's newest file.
    ///   - dialect: The dialect it was read in.
    ///   - expires: When the new file ends.
    /// - Throws: ``EditError/malformed(_:)`` when it is not of this dialect.
    public init(
        editing file: Verified<Targets>,
        in dialect: any MetadataDialect,
        expires: UTCTime
    ) throws(EditError) {
        payload = try EditedPayload(editing: file, in: dialect, expires: expires)
        targets = MemberTable(payload.object[member: "targets"]?.members ?? [])
        delegations = EditedDelegations(
            payload.object[member: "delegations"],
            of: file.role,
            in: dialect
        )
        payload.object = payload.object.removing(["targets", "delegations"])
    }

    /// Whose file it is.
    public var role: RoleName { payload.role }

    /// The version that is written.
    public var version: MetadataVersion { payload.version }

    /// When the file ends.
    public var expires: UTCTime {
        get { payload.expires }
        set { payload.expires = newValue }
    }

    /// Raises the version to another one than the next.
    ///
    /// - Parameter version: Higher than that of the file that is edited.
    /// - Throws: ``EditError/versionNotHigher(role:previous:offered:)``.
    public mutating func setVersion(_ version: MetadataVersion) throws(EditError) {
        try payload.setVersion(version)
    }

    /// Lists a target, in place of what was listed under its name.
    ///
    /// - Parameters:
    ///   - file: Its length, hashes and custom data.
    ///   - name: Its path.
    /// - Throws: ``EditError/targetName(_:)``, ``EditError/targetWithoutHash(_:)``.
    public mutating func add(_ file: TargetFile, named name: String) throws(EditError) {
        guard payload.dialect.canName(target: name) else { throw .targetName(name) }
        guard !file.hashes.digests.isEmpty, file.length >= 0 else {
            throw .targetWithoutHash(name)
        }
        targets[name] = payload.dialect.json(of: file)
    }

    /// Lists a target no longer.
    ///
    /// - Parameter name: Its path.
    /// - Throws: ``EditError/noTarget(_:)``.
    public mutating func removeTarget(named name: String) throws(EditError) {
        guard targets[name] != nil else { throw .noTarget(name) }
        targets[name] = nil
    }

    /// The value of `signed` as it now stands, for whoever signs elsewhere.
    public var json: JSON {
        var json = payload.json
        json[member: "targets"] = .object(targets.members)
        json[member: "delegations"] = delegations.json
        return json
    }

    /// Signs the file, and checks it as clients will.
    ///
    /// - Parameters:
    ///   - signers: Each signs once.
    ///   - keys: What the delegator demands: the root for `targets`, a targets role for others.
    /// - Returns: The file, verified by `keys`.
    /// - Throws: ``EditError/signing(_:)``, ``EditError/notVerified(_:)``,
    ///   ``EditError/malformed(_:)``.
    public func signed(
        by signers: [any Signer],
        keys: RoleKeys
    ) async throws(EditError) -> Verified<Targets> {
        let file: Unverified<Targets> = try await payload.signed(json, by: signers)
        do {
            return try file.verified(by: keys)
        } catch {
            throw .notVerified(error)
        }
    }
}

/// The targets of one role, listed in a trusted snapshot, signed as its delegator demands, not
/// rolled back and not expired.
public struct TrustedTargets: Sendable {
    /// The targets and who signed them.
    public var verified: Verified<Targets> { content.verified }
    /// The targets this role may speak for, after all its delegators.
    public var paths: DelegatedPaths { content.paths }
    /// Shared by copies: each search makes several.
    private let content: Content

    private final class Content: Sendable {
        let verified: Verified<Targets>
        let paths: DelegatedPaths

        init(_ verified: Verified<Targets>, paths: DelegatedPaths) {
            self.verified = verified
            self.paths = paths
        }
    }

    fileprivate init(_ verified: Verified<Targets>, paths: DelegatedPaths) {
        content = Content(verified, paths: paths)
    }

    /// The targets themselves.
    public var targets: Targets { verified.payload }
    /// `targets` or a delegation.
    public var role: RoleName { verified.role }

    /// Whether every delegator trusts this role with a target of that name.
    ///
    /// - Parameter name: The target's path.
    /// - Returns: True where it is among ``paths``.
    public func speaks(for name: TargetPath) -> Bool { paths.contain(name) }
}

extension TrustedSnapshot {
    /// Checks the top-level targets.
    ///
    /// TUF 5.6 (update-targets): length and hashes, signatures, rollback, expiry.
    ///
    /// - Parameters:
    ///   - file: The targets, read as ``RoleName/targets``.
    ///   - floors: What was trusted before.
    /// - Returns: The targets, trusted.
    /// - Throws: ``UpdateError``.
    public func targets(
        _ file: Unverified<Targets>,
        notBelow floors: VersionFloors
    ) throws(UpdateError) -> TrustedTargets {
        guard file.role == .targets else { throw .notDelegated(role: file.role) }
        let keys = root.root.roleKeys(of: .targets)
        return TrustedTargets(try checked(file, by: keys, notBelow: floors), paths: .everything)
    }

    /// Checks the targets of a delegated role, against the delegator in use.
    ///
    /// TUF 5.6 holds for each delegated role too.
    ///
    /// - Parameters:
    ///   - file: The targets, read as the delegated role.
    ///   - delegator: The role that delegates, itself trusted under this snapshot.
    ///   - floors: What was trusted before.
    /// - Returns: The targets, trusted with no more paths than the delegator has.
    /// - Throws: ``UpdateError``.
    public func targets(
        _ file: Unverified<Targets>,
        delegatedBy delegator: TrustedTargets,
        notBelow floors: VersionFloors
    ) throws(UpdateError) -> TrustedTargets {
        guard let delegation = delegator.targets.delegations.delegation(to: file.role) else {
            throw .notDelegated(role: file.role)
        }
        let verified = try checked(file, by: delegation.keys, notBelow: floors)
        let paths = delegation.paths.restricted(to: delegator.paths)
        return TrustedTargets(verified, paths: paths)
    }

    private func checked(
        _ file: Unverified<Targets>,
        by keys: RoleKeys,
        notBelow floors: VersionFloors
    ) throws(UpdateError) -> Verified<Targets> {
        guard let listed = snapshot[file.role] else { throw .notInSnapshot(role: file.role) }
        try listed.check(file.rawBytes, of: file.role)
        let verified = try file.verified(by: keys)
        try listed.check(verified.payload.version, of: file.role)
        try floors.check(verified.payload.version, of: file.role)
        try root.start.check(verified.payload, as: file.role)
        return verified
    }
}

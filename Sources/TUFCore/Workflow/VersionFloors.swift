/// The versions that were trusted before: nothing older is trusted again.
///
/// Kept over restarts by whoever drives the workflow, so that a rollback is noticed then as well.
public struct VersionFloors: Hashable, Sendable {
    /// The highest trusted version of each role.
    public private(set) var versions: [RoleName: MetadataVersion]

    /// Takes versions as they were kept; none for a repository never seen.
    ///
    /// - Parameter versions: The highest trusted version of each role.
    public init(_ versions: [RoleName: MetadataVersion] = [:]) {
        self.versions = versions
    }

    /// Refuses a version below the floor; an equal one passes.
    ///
    /// TUF 5.4.3 and 5.5.5: check for a rollback attack.
    ///
    /// - Parameters:
    ///   - version: What a verified file says.
    ///   - role: Its role.
    /// - Throws: ``UpdateError/rollback(role:known:found:)``.
    public func check(_ version: MetadataVersion, of role: RoleName) throws(UpdateError) {
        guard let known = versions[role], version < known else { return }
        throw .rollback(role: role, known: known, found: version)
    }

    /// Raises the floor of a role; a lower version leaves it where it is.
    ///
    /// - Parameters:
    ///   - role: The role.
    ///   - version: A version that was verified.
    public mutating func raise(_ role: RoleName, to version: MetadataVersion) {
        versions[role] = max(versions[role] ?? version, version)
    }

    /// Forgets the floors of roles whose keys were replaced.
    ///
    /// TUF 5.3.11: recovery from a fast-forward attack. Whoever held the old keys may have raised
    /// these versions without end.
    ///
    /// - Parameters:
    ///   - old: The root before.
    ///   - new: The root after; its keys decide.
    mutating func recover(from old: Root, to new: Root) {
        let renewed = RoleName.topLevel.filter {
            old.roles[$0]?.keyIDs != new.roles[$0]?.keyIDs
        }
        if renewed.contains(.timestamp) || renewed.contains(.snapshot) {
            versions[.timestamp] = nil
            versions[.snapshot] = nil
        }
        if renewed.contains(.targets) {
            versions = versions.filter { !$0.key.signsTargets }
        }
    }
}

/// Everything of one repository that an update has proven, at one point in time.
///
/// Only an ``UpdateWorkflow`` that finished makes one.
public struct TrustedRepository: Sendable {
    /// The snapshot, and through it timestamp and root.
    public let snapshot: TrustedSnapshot
    /// The roles that are trusted, `targets` among them.
    public let roles: [RoleName: TrustedTargets]
    /// The roles that a trusted role delegates to and that could not be trusted, and why.
    ///
    /// A role that merely was not asked for is not here.
    public let untrusted: [RoleName: UpdateError]
    /// The versions to hold later updates to.
    ///
    /// Those the update began with, also of roles it did not ask for, less those that a key
    /// rotation made void, raised to what it found.
    public let floors: VersionFloors

    fileprivate init(_ walk: DelegationWalk) {
        snapshot = walk.snapshot
        roles = walk.roles
        untrusted = walk.untrusted
        floors = walk.floors
    }

    /// The name of the repository.
    public var gun: GUN { root.trusted.rules.gun }
    /// The root in use.
    public var root: CurrentRoot { snapshot.root }

    /// When the first of its files expires.
    ///
    /// From then on nothing here is to be used.
    public var expires: UTCTime {
        let files = [
            root.root.expires, snapshot.timestamp.timestamp.expires, snapshot.snapshot.expires,
        ]
        return (files + roles.values.map(\.targets.expires)).min() ?? root.root.expires
    }
}

extension DelegationWalk {
    /// What the walk has proven, once nothing is awaited any more; nil before.
    var proven: TrustedRepository? {
        current == nil ? TrustedRepository(self) : nil
    }
}

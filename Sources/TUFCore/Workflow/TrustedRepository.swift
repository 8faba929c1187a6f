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

    /// Only ``UpdateWorkflow`` calls this.
    init(
        snapshot: TrustedSnapshot,
        roles: [RoleName: TrustedTargets],
        untrusted: [RoleName: UpdateError]
    ) {
        self.snapshot = snapshot
        self.roles = roles
        self.untrusted = untrusted
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

    /// The versions to hold later updates to.
    public var floors: VersionFloors {
        var floors = VersionFloors()
        floors.raise(.timestamp, to: snapshot.timestamp.timestamp.version)
        floors.raise(.snapshot, to: snapshot.snapshot.version)
        for (role, trusted) in roles { floors.raise(role, to: trusted.targets.version) }
        return floors
    }
}

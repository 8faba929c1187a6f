/// Everything of one repository that an update has proven, at one point in time.
///
/// Only an ``UpdateWorkflow`` that finished makes one.
public struct TrustedRepository: Sendable {
    /// The snapshot, and through it timestamp and root.
    public var snapshot: TrustedSnapshot { proof.snapshot }
    /// The roles that are trusted, `targets` among them.
    public var roles: [RoleName: TrustedTargets] { proof.roles }
    /// The roles that a trusted role delegates to and that could not be trusted, and why.
    ///
    /// A role that merely was not asked for is not here.
    public var untrusted: [RoleName: UpdateError] { proof.untrusted }
    /// The versions to hold later updates to.
    ///
    /// Those the update began with, also of roles it did not ask for, less those that a key
    /// rotation made void, raised to what it found.
    public var floors: VersionFloors { proof.floors }
    /// What the update has proven, shared by copies: each lookup makes one.
    private let proof: Proof

    private final class Proof: Sendable {
        let snapshot: TrustedSnapshot
        let roles: [RoleName: TrustedTargets]
        let untrusted: [RoleName: UpdateError]
        let floors: VersionFloors
        let expires: UTCTime

        init(_ walk: DelegationWalk) {
            snapshot = walk.snapshot
            roles = walk.roles
            untrusted = walk.untrusted
            floors = walk.floors
            let files = [
                snapshot.root.root.expires, snapshot.timestamp.timestamp.expires,
                snapshot.snapshot.expires,
            ]
            expires = roles.values.reduce(files.min() ?? files[0]) { min($0, $1.targets.expires) }
        }
    }

    /// Roles that lookups have proven under this snapshot.
    private(set) var lookedUp: [LookedUpRole: (number: Int, targets: TrustedTargets)] = [:]

    /// A role as one delegator in use vouches for it: another one may demand other keys.
    struct LookedUpRole: Hashable {
        /// 0 for the top-level targets, else the number of a role that was looked up.
        let delegator: Int
        let role: RoleName
    }

    /// Whether the snapshot lists a role; the snapshot is not copied for the question.
    func lists(_ role: RoleName) -> Bool { proof.snapshot.verified.payload[role] != nil }

    /// Remembers a role, so that later lookups need not fetch or verify it again; gives its number.
    mutating func remember(_ targets: TrustedTargets, below delegator: Int) -> Int {
        let number = lookedUp.count + 1
        let key = LookedUpRole(delegator: delegator, role: targets.role)
        lookedUp[key] = (number, targets)
        return number
    }

    fileprivate init(_ walk: DelegationWalk) {
        proof = Proof(walk)
    }

    /// The name of the repository.
    public var gun: GUN { root.trusted.rules.gun }
    /// The root in use.
    public var root: CurrentRoot { snapshot.root }

    /// When the first of its files expires.
    ///
    /// From then on nothing here is to be used. Roles that lookups fetched have their own end.
    public var expires: UTCTime { proof.expires }
}

extension DelegationWalk {
    /// What the walk has proven, once nothing is awaited any more; nil before.
    var proven: TrustedRepository? {
        current == nil ? TrustedRepository(self) : nil
    }
}

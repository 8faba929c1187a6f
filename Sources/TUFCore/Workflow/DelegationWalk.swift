/// The delegated roles of one update: those proven, those still to fetch, those dropped.
struct DelegationWalk: Sendable {
    struct Pending: Sendable {
        let role: RoleName
        let delegator: TrustedTargets
    }

    let snapshot: TrustedSnapshot
    private(set) var roles: [RoleName: TrustedTargets]
    private(set) var untrusted: [RoleName: UpdateError] = [:]
    private var pending: [Pending] = []
    private var visited = 0
    private(set) var floors: VersionFloors

    init(snapshot: TrustedSnapshot, targets: TrustedTargets, floors: VersionFloors) {
        self.snapshot = snapshot
        self.floors = floors
        roles = [.targets: targets]
    }

    /// The role whose file is awaited.
    var current: Pending? { pending.first }

    /// Where the update stands with this walk.
    var step: UpdateStep {
        proven.map { .finished($0) } ?? .delegations(self)
    }

    func action(with requests: MetaFileRequests) -> UpdateWorkflow.Action {
        if let proven { return .finish(proven) }
        guard let current else { return .abort(.notDelegated(role: .targets)) }
        return .fetch(requests.targets(of: current.role, listedIn: snapshot))
    }

    /// Puts a role's delegations in front, so that the walk is pre-order (TUF 5.6.7).
    ///
    /// One that the snapshot does not list is dropped: nothing could prove it.
    mutating func enqueue(
        below delegator: TrustedTargets,
        selecting selection: RoleSelection,
        limits: UpdateLimits
    ) throws(UpdateError) {
        let needed = delegator.targets.delegations.listed.map(\.name).filter(selection.needs)
        for role in needed where snapshot.snapshot[role] == nil {
            // TUF 5.5.5: what was listed once must stay listed, or an old file of the delegator
            // could answer in its place.
            guard floors.versions[role] == nil else { throw .notInSnapshot(role: role) }
            untrusted[role] = .notInSnapshot(role: role)
        }
        let listed = needed.filter { snapshot.snapshot[$0] != nil }
        visited += listed.count
        guard visited <= limits.delegatedRoles else {
            throw .tooManyRoles(limit: limits.delegatedRoles)
        }
        pending.insert(
            contentsOf: listed.map { Pending(role: $0, delegator: delegator) },
            at: 0
        )
    }

    /// The awaited role is proven.
    mutating func accept(_ targets: TrustedTargets) {
        pending.removeFirst()
        roles[targets.role] = targets
        floors.raise(targets.role, to: targets.targets.version)
    }

    /// An expired delegation, or one that its keys no longer sign, is left out with all below it,
    /// as Notary does; anything else fails the update.
    mutating func drop(_ role: RoleName, because error: UpdateError) throws(UpdateError) {
        switch error {
        case .expired, .thresholdNotMet, .noSignatures:
            pending.removeFirst()
            untrusted[role] = error
        default:
            throw error
        }
    }
}

/// Finds one target, fetching the delegated roles on the way, as a state machine without I/O.
///
/// TUF 5.6.7: a pre-order depth-first search through the delegations that are trusted with the
/// target. Ask ``next()``, answer ``Action/fetch(_:)`` and ``Action/recall(_:)`` with
/// ``receive(_:)``.
public struct TargetLookup: Sendable {
    /// What the driver is to do.
    public enum Action: Sendable {
        /// Fetch this file and tell ``TargetLookup/receive(_:)`` what came of it.
        case fetch(MetaFileRequest)
        /// Look for the bytes that were last to be kept of this role, and tell
        /// ``TargetLookup/receive(_:)``: ``FetchResult/notFound`` where there are none.
        case recall(RoleName)
        /// Keep these bytes of a role that was verified.
        case persist(RoleName, bytes: [UInt8])
        /// The target.
        case found(TrustedTarget)
        /// No role that is trusted with this name lists it.
        case notFound
        /// A role on the way could not be had or not be trusted, so that nothing can be said.
        case abort(UpdateError)
    }

    private enum State: Sendable {
        case recalling(Visit)
        case fetching(Visit)
        case ended(Action)
    }

    private struct Visit: Sendable {
        let role: RoleName
        let delegator: TrustedTargets
        /// 0 for the top-level targets, else that of the repository.
        let delegatorNumber: Int
    }

    private let path: TargetPath
    /// What the update has proven, and the roles that were proven on the way.
    ///
    /// Given to the next lookup, it saves that one from fetching and verifying them again.
    public private(set) var repository: TrustedRepository
    private let requests: MetaFileRequests
    private var state = State.ended(.notFound)
    private var toVisit: [Visit] = []
    /// No delegation is called `targets`, which is visited first.
    private var visited: Set<RoleName> = []
    private var kept: [Action] = []

    /// Begins a lookup.
    ///
    /// - Parameters:
    ///   - name: The target's path.
    ///   - repository: What an update has proven.
    ///   - limits: The most it may ask for.
    ///   - dialect: How files are spelled.
    public init(
        of name: String,
        in repository: TrustedRepository,
        limits: UpdateLimits = .tuf,
        dialect: any MetadataDialect = .tuf
    ) {
        path = TargetPath(name)
        self.repository = repository
        requests = MetaFileRequests(dialect: dialect, limits: limits)
        guard let targets = repository.roles[.targets] else { return }
        state = advanced(past: targets, number: 0)
    }

    /// What to do next.
    ///
    /// Asking twice gives the same answer, but for what is to be kept.
    ///
    /// - Returns: The action.
    public mutating func next() -> Action {
        guard kept.isEmpty else { return kept.removeFirst() }
        switch state {
        case .recalling(let visit): return .recall(visit.role)
        case .fetching(let visit):
            return .fetch(requests.targets(of: visit.role, listedIn: repository.snapshot))
        case .ended(let action): return action
        }
    }

    /// Takes what came of the last fetch or recall.
    ///
    /// - Parameter result: What came.
    public mutating func receive(_ result: FetchResult) {
        switch state {
        case .recalling(let visit):
            guard let targets = try? trusted(result, in: visit) else {
                state = .fetching(visit)
                return
            }
            state = remembering(targets, in: visit)
        case .fetching(let visit):
            do {
                let targets = try trusted(result, in: visit)
                kept.append(.persist(visit.role, bytes: targets.verified.rawBytes))
                state = remembering(targets, in: visit)
            } catch {
                state = .ended(.abort(error))
            }
        case .ended: return
        }
    }

    private func trusted(
        _ result: FetchResult,
        in visit: Visit
    ) throws(UpdateError) -> TrustedTargets {
        let request = requests.targets(of: visit.role, listedIn: repository.snapshot)
        let bytes = try result.bytes(of: request)
        let file: Unverified<Targets>
        do {
            file = try Unverified(parsing: bytes, as: visit.role, in: requests.dialect)
        } catch {
            throw .malformed(role: visit.role, error)
        }
        return try repository.snapshot.targets(
            file,
            delegatedBy: visit.delegator,
            notBelow: repository.floors
        )
    }

    private mutating func remembering(_ targets: TrustedTargets, in visit: Visit) -> State {
        let number = repository.remember(targets, below: visit.delegatorNumber)
        return advanced(past: targets, number: number)
    }

    private mutating func advanced(past targets: TrustedTargets, number: Int) -> State {
        do {
            if let found = try targets.target(at: path, of: repository) {
                return .ended(.found(found))
            }
        } catch {
            return .ended(.abort(error))
        }
        descend(below: targets, number: number)
        return nextVisit()
    }

    /// TUF 5.6.7.2: in order of appearance; a terminating one ends the search for its targets.
    private mutating func descend(below targets: TrustedTargets, number: Int) {
        let roles = targets.targets.roles(for: path)
        let end = roles.firstIndex { $0.termination == .searchEnds }
        if end != nil { toVisit = [] }
        for role in roles.prefix(end.map { $0 + 1 } ?? roles.count).reversed() {
            toVisit.append(Visit(role: role.name, delegator: targets, delegatorNumber: number))
        }
    }

    /// TUF 5.6.7.1: a role is visited once, and no more roles than the limit.
    private mutating func nextVisit() -> State {
        while let visit = toVisit.popLast() {
            guard visited.count < requests.limits.delegatedRoles else { break }
            guard visited.insert(visit.role).inserted else { continue }
            guard repository.lists(visit.role) else {
                return .ended(.abort(.notInSnapshot(role: visit.role)))
            }
            let key = TrustedRepository.LookedUpRole(
                delegator: visit.delegatorNumber,
                role: visit.role
            )
            if let known = repository.lookedUp[key] {
                return advanced(past: known.targets, number: known.number)
            }
            return .recalling(visit)
        }
        return .ended(.notFound)
    }
}

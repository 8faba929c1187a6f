/// Where an update stands: what is proven so far, and so what comes next.
enum UpdateStep: Sendable {
    case firstRoot(TrustPin, any RootKeyRules)
    case nextRoot(TrustedRoot, after: UpdateError?)
    case knownTimestamp(TrustedRoot)
    case timestamp(TrustedRoot, known: Verified<Timestamp>?)
    case knownSnapshot(TrustedTimestamp)
    case snapshot(TrustedTimestamp, known: Verified<Snapshot>?)
    case knownTargets(TrustedSnapshot)
    case targets(TrustedSnapshot)
    case delegations(DelegationWalk)
    case finished(TrustedRepository)
    case failed(UpdateError)

    /// What the driver is to do in this step.
    func action(in workflow: UpdateWorkflow) -> UpdateWorkflow.Action {
        let requests = MetaFileRequests(dialect: workflow.dialect, limits: workflow.limits)
        return switch self {
        case .firstRoot: .fetch(requests.newestRoot)
        case .nextRoot(let root, _): .fetch(requests.root(after: root.root))
        case .knownTimestamp: .recall(.timestamp)
        case .timestamp: .fetch(requests.timestamp)
        case .knownSnapshot: .recall(.snapshot)
        case .snapshot(let timestamp, _): .fetch(requests.snapshot(listedIn: timestamp))
        case .knownTargets: .recall(.targets)
        case .targets(let snapshot): .fetch(requests.targets(of: .targets, listedIn: snapshot))
        case .delegations(let walk): walk.action(with: requests)
        case .finished(let repository): .finish(repository)
        case .failed(let error): .abort(error)
        }
    }

    /// The root in use, where something below it is being read.
    var root: TrustedRoot? {
        switch self {
        case .timestamp(let root, _), .knownTimestamp(let root): root
        case .snapshot(let timestamp, _), .knownSnapshot(let timestamp): timestamp.root.trusted
        case .targets(let snapshot), .knownTargets(let snapshot): snapshot.root.trusted
        case .delegations(let walk): walk.snapshot.root.trusted
        case .firstRoot, .nextRoot, .finished, .failed: nil
        }
    }
}

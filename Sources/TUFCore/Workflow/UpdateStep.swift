/// Where an update stands: what is proven so far, and so what comes next.
enum UpdateStep: Sendable {
    case firstRoot(TrustPin, any RootKeyRules)
    case nextRoot(TrustedRoot, after: UpdateError?)
    case timestamp(TrustedRoot)
    case snapshot(TrustedTimestamp)
    case targets(TrustedSnapshot)
    case delegations(DelegationWalk)
    case finished(TrustedRepository)
    case failed(UpdateError)

    /// What the driver is to do in this step.
    func action(limits: UpdateLimits) -> UpdateWorkflow.Action {
        switch self {
        case .firstRoot:
            .fetch(.init(role: .root, edition: .newest, maximumBytes: limits.rootBytes))
        case .nextRoot(let root, _):
            .fetch(
                .init(
                    role: .root,
                    edition: .version(root.root.version.next),
                    maximumBytes: limits.rootBytes
                )
            )
        case .timestamp:
            .fetch(.init(role: .timestamp, edition: .newest, maximumBytes: limits.timestampBytes))
        case .snapshot(let timestamp):
            .fetch(timestamp.timestamp.snapshot.request(for: .snapshot, limits: limits))
        case .targets(let snapshot):
            .fetch(snapshot.request(for: .targets, limits: limits))
        case .delegations(let walk):
            walk.action(limits: limits)
        case .finished(let repository): .finish(repository)
        case .failed(let error): .abort(error)
        }
    }

    /// The root in use, where something below it is being read.
    var root: TrustedRoot? {
        switch self {
        case .timestamp(let root): root
        case .snapshot(let timestamp): timestamp.root.trusted
        case .targets(let snapshot): snapshot.root.trusted
        case .delegations(let walk): walk.snapshot.root.trusted
        case .firstRoot, .nextRoot, .finished, .failed: nil
        }
    }
}

extension TrustedSnapshot {
    /// The request for a role's file; one that is not listed asks for nothing that could pass.
    func request(for role: RoleName, limits: UpdateLimits) -> MetaFileRequest {
        guard let listed = snapshot[role] else {
            return MetaFileRequest(role: role, edition: .newest, maximumBytes: 0)
        }
        return listed.request(for: role, limits: limits)
    }
}

extension MetaFile {
    /// The request for this file: by its digest, and no more of it than is listed.
    func request(for role: RoleName, limits: UpdateLimits) -> MetaFileRequest {
        MetaFileRequest(
            role: role,
            edition: hashes[.sha256].map { .digest($0) } ?? .newest,
            maximumBytes: min(length ?? limits.unlistedBytes, limits.unlistedBytes)
        )
    }
}

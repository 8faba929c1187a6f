/// The client workflow as a state machine: it says what it needs, and is told what came back.
///
/// It does no I/O. Ask ``next()`` again and again; answer each ``Action/fetch(_:)`` with
/// ``receive(_:)`` before asking on. It ends with ``Action/finish(_:)`` or ``Action/abort(_:)``.
///
/// In the Notary dialect the root is looked up again only when something below it does not verify:
/// then the chain is followed version by version to its end, and the rest is tried once more.
public struct UpdateWorkflow: Sendable {
    /// What the driver is to do.
    public enum Action: Sendable {
        /// Fetch this file and tell ``UpdateWorkflow/receive(_:)`` what came of it.
        case fetch(MetaFileRequest)
        /// Keep these bytes of a role that was verified. Roots must be kept before going on.
        case persist(RoleName, bytes: [UInt8])
        /// Done: all of this is proven.
        case finish(TrustedRepository)
        /// Nothing was proven.
        case abort(UpdateError)
    }

    let start: UpdateStartTime
    let selection: RoleSelection
    let limits: UpdateLimits
    let dialect: any MetadataDialect
    /// What later updates are held to: as given, less what a new root made void (TUF 5.3.11).
    public private(set) var floors: VersionFloors
    private var step: UpdateStep
    private var unpersisted: [(role: RoleName, bytes: [UInt8])] = []
    private var rotations = 0
    private var rootRetry: RootRetry

    /// Begins an update.
    ///
    /// - Parameters:
    ///   - beginning: A root trusted earlier, or a pin.
    ///   - floors: The versions trusted earlier.
    ///   - start: The time that every expiry is checked against.
    ///   - selection: Which delegated roles are needed.
    ///   - limits: The most it may ask for.
    ///   - dialect: How files are spelled.
    public init(
        from beginning: UpdateBeginning,
        notBelow floors: VersionFloors,
        at start: UpdateStartTime,
        fetching selection: RoleSelection = .all,
        limits: UpdateLimits = UpdateLimits(),
        dialect: any MetadataDialect = .notary
    ) {
        self.start = start
        self.floors = floors
        self.selection = selection
        self.limits = limits
        self.dialect = dialect
        switch beginning {
        case .pin(let pin, let rules):
            step = .firstRoot(pin, rules)
            rootRetry = .spent  // the newest root was just fetched
        case .known(let root):
            let isCurrent = (try? root.current(at: start)) != nil
            step = isCurrent ? .timestamp(root) : .nextRoot(root, after: nil)
            rootRetry = isCurrent ? .available : .spent
        }
    }

    /// What to do next.
    ///
    /// Asking twice gives the same answer, but for bytes to persist.
    ///
    /// - Returns: The action.
    public mutating func next() -> Action {
        if !unpersisted.isEmpty {
            let file = unpersisted.removeFirst()
            return .persist(file.role, bytes: file.bytes)
        }
        return step.action(limits: limits)
    }

    /// Takes what came of the last fetch.
    ///
    /// - Parameter result: What came.
    public mutating func receive(_ result: FetchResult) {
        guard case .fetch(let request) = step.action(limits: limits) else { return }
        do {
            step = try advanced(with: result, for: request)
        } catch {
            recover(from: error)
        }
    }

    private mutating func advanced(
        with result: FetchResult,
        for request: MetaFileRequest
    ) throws(UpdateError) -> UpdateStep {
        switch step {
        case .firstRoot(let pin, let rules):
            return try firstRoot(result.bytes(of: request), pin: pin, rules: rules)
        case .nextRoot(let root, let failure):
            return try nextRoot(result, for: request, after: root, failure: failure)
        case .timestamp(let root):
            return try timestamp(result.bytes(of: request), under: root)
        case .snapshot(let timestamp):
            return try snapshot(result.bytes(of: request), listedIn: timestamp)
        case .targets(let snapshot):
            return try targets(result.bytes(of: request), listedIn: snapshot)
        case .delegations(let delegations):
            return try delegated(result.bytes(of: request), in: delegations)
        case .finished, .failed:
            return step
        }
    }

    /// Something below the root did not verify: perhaps the root was rotated.
    ///
    /// Tried once.
    private mutating func recover(from error: UpdateError) {
        guard rootRetry == .available, !error.isUnavailability, let root = step.root else {
            step = .failed(error)
            return
        }
        rootRetry = .spent
        step = .nextRoot(root, after: error)
    }
}

// MARK: - Roots

extension UpdateWorkflow {
    private mutating func firstRoot(
        _ bytes: [UInt8],
        pin: TrustPin,
        rules: any RootKeyRules
    ) throws(UpdateError) -> UpdateStep {
        let file: Unverified<Root> = try parsed(bytes, as: .root)
        let root = try file.trusted(under: pin, rules: rules, at: start.time)
        _ = try root.current(at: start)
        keep(root.verified)
        return .timestamp(root)
    }

    /// TUF 5.3.3: a root that is not there ends the chain, and is no error.
    private mutating func nextRoot(
        _ result: FetchResult,
        for request: MetaFileRequest,
        after root: TrustedRoot,
        failure: UpdateError?
    ) throws(UpdateError) -> UpdateStep {
        if case .notFound = result {
            if rotations == 0, let failure { throw failure }
            _ = try root.current(at: start)
            return .timestamp(root)
        }
        guard rotations < limits.rootRotations else {
            throw .tooManyRootRotations(limit: limits.rootRotations)
        }
        let file: Unverified<Root> = try parsed(result.bytes(of: request), as: .root)
        let next = try root.updated(to: file, at: nil)
        rotations += 1
        floors.recover(from: root.root, to: next.root)
        keep(next.verified)
        return .nextRoot(next, after: failure)
    }
}

// MARK: - Below the root

extension UpdateWorkflow {
    private mutating func timestamp(
        _ bytes: [UInt8],
        under root: TrustedRoot
    ) throws(UpdateError) -> UpdateStep {
        let file: Unverified<Timestamp> = try parsed(bytes, as: .timestamp)
        let timestamp = try root.current(at: start).timestamp(file, notBelow: floors)
        keep(timestamp.verified)
        return .snapshot(timestamp)
    }

    private mutating func snapshot(
        _ bytes: [UInt8],
        listedIn timestamp: TrustedTimestamp
    ) throws(UpdateError) -> UpdateStep {
        let file: Unverified<Snapshot> = try parsed(bytes, as: .snapshot)
        let snapshot = try timestamp.snapshot(file, notBelow: floors)
        guard snapshot.snapshot[.targets] != nil else { throw .notInSnapshot(role: .targets) }
        keep(snapshot.verified)
        return .targets(snapshot)
    }

    private mutating func targets(
        _ bytes: [UInt8],
        listedIn snapshot: TrustedSnapshot
    ) throws(UpdateError) -> UpdateStep {
        let file: Unverified<Targets> = try parsed(bytes, as: .targets)
        let targets = try snapshot.targets(file, notBelow: floors)
        keep(targets.verified)
        var delegations = DelegationWalk(snapshot: snapshot, targets: targets, floors: floors)
        try delegations.enqueue(below: targets, selecting: selection, limits: limits)
        return delegations.step
    }

    private mutating func delegated(
        _ bytes: [UInt8],
        in walk: DelegationWalk
    ) throws(UpdateError) -> UpdateStep {
        var walk = walk
        guard let current = walk.current else { return walk.step }
        let file: Unverified<Targets> = try parsed(bytes, as: current.role)
        do {
            let targets = try walk.snapshot.targets(
                file,
                delegatedBy: current.delegator,
                notBelow: floors
            )
            keep(targets.verified)
            walk.accept(targets)
            try walk.enqueue(below: targets, selecting: selection, limits: limits)
        } catch {
            try walk.drop(current.role, because: error)
        }
        return walk.step
    }

    private func parsed<Payload>(
        _ bytes: [UInt8],
        as role: RoleName
    ) throws(UpdateError) -> Unverified<Payload> {
        do {
            return try Unverified(parsing: bytes, as: role, in: dialect)
        } catch {
            throw .malformed(role: role, error)
        }
    }

    private mutating func keep(_ file: Verified<some MetadataPayload>) {
        unpersisted.append((file.role, file.rawBytes))
        if file.role != .root { floors.raise(file.role, to: file.payload.version) }
    }
}

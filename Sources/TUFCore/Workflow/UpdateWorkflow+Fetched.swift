extension UpdateWorkflow {
    mutating func timestamp(
        _ bytes: [UInt8],
        under root: TrustedRoot,
        known: Verified<Timestamp>?
    ) throws(UpdateError) -> UpdateStep {
        let file: Unverified<Timestamp> = try parsed(bytes, as: .timestamp)
        let timestamp = try root.current(at: start)
            .timestamp(file, notBelow: floors, replacing: known)
        if timestamp.verified.payload.version != known?.payload.version {
            keep(timestamp.verified)
        }
        return dialect.rootOrder == .first
            ? .knownSnapshot(timestamp) : .snapshot(timestamp, known: nil)
    }

    mutating func snapshot(
        _ bytes: [UInt8],
        listedIn timestamp: TrustedTimestamp,
        known: Verified<Snapshot>?
    ) throws(UpdateError) -> UpdateStep {
        let file: Unverified<Snapshot> = try parsed(bytes, as: .snapshot)
        let snapshot = try timestamp.snapshot(file, notBelow: floors, replacing: known)
        keep(snapshot.verified)
        return try afterSnapshot(snapshot)
    }

    mutating func targets(
        _ bytes: [UInt8],
        listedIn snapshot: TrustedSnapshot
    ) throws(UpdateError) -> UpdateStep {
        let file: Unverified<Targets> = try parsed(bytes, as: .targets)
        let targets = try snapshot.targets(file, notBelow: floors)
        keep(targets.verified)
        return try afterTargets(targets, in: snapshot)
    }

    mutating func delegated(
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

    private func afterSnapshot(_ snapshot: TrustedSnapshot) throws(UpdateError) -> UpdateStep {
        guard snapshot.snapshot[.targets] != nil else { throw .notInSnapshot(role: .targets) }
        return dialect.rootOrder == .first ? .knownTargets(snapshot) : .targets(snapshot)
    }

    private func afterTargets(
        _ targets: TrustedTargets,
        in snapshot: TrustedSnapshot
    ) throws(UpdateError) -> UpdateStep {
        var walk = DelegationWalk(snapshot: snapshot, targets: targets, floors: floors)
        try walk.enqueue(below: targets, selecting: selection, limits: limits)
        return walk.step
    }
}

// MARK: - What was kept from before

extension UpdateWorkflow {
    /// TUF 5.4.3: what was trusted before guards against rollback, though it has expired.
    func recalledTimestamp(_ result: FetchResult, under root: TrustedRoot) -> UpdateStep {
        .timestamp(
            root,
            known: recalled(result) { (bytes) throws(UpdateError) in
                let file: Unverified<Timestamp> = try parsed(bytes, as: .timestamp)
                return try root.current(at: start).verified(file)
            }
        )
    }

    /// A snapshot that is still the one listed need not be fetched; any other one still guards
    /// against rollback.
    func recalledSnapshot(
        _ result: FetchResult,
        listedIn timestamp: TrustedTimestamp
    ) -> UpdateStep {
        let file: Unverified<Snapshot>? = recalled(result) { (bytes) throws(UpdateError) in
            try parsed(bytes, as: .snapshot)
        }
        guard let file else { return .snapshot(timestamp, known: nil) }
        if let snapshot = try? timestamp.snapshot(file, notBelow: floors),
            let next = try? afterSnapshot(snapshot)
        {
            return next
        }
        return .snapshot(timestamp, known: try? timestamp.verified(file))
    }

    func recalledTargets(_ result: FetchResult, listedIn snapshot: TrustedSnapshot) -> UpdateStep {
        let next = recalled(result) { (bytes) throws(UpdateError) in
            let file: Unverified<Targets> = try parsed(bytes, as: .targets)
            return try afterTargets(snapshot.targets(file, notBelow: floors), in: snapshot)
        }
        return next ?? .targets(snapshot)
    }

    /// What was kept and no longer verifies is as good as not kept.
    private func recalled<Kept>(
        _ result: FetchResult,
        _ check: ([UInt8]) throws(UpdateError) -> Kept
    ) -> Kept? {
        guard case .bytes(let bytes) = result else { return nil }
        return try? check(bytes)
    }
}

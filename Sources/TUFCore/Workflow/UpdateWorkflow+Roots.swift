extension UpdateWorkflow {
    mutating func firstRoot(
        _ bytes: [UInt8],
        pin: TrustPin,
        rules: any RootKeyRules
    ) throws(UpdateError) -> UpdateStep {
        let file: Unverified<Root> = try parsed(bytes, as: .root)
        let root = try file.trusted(under: pin, rules: rules, at: start.time)
        _ = try root.current(at: start)
        keep(root.verified)
        return .timestamp(root, known: nil)
    }

    /// TUF 5.3.3: a root that is not there ends the chain, and is no error.
    ///
    /// At the limit TUF 1.0 goes on with the root it has got to. In the Notary dialect, where
    /// something has already failed, there is nothing to go on with: one root more is an error.
    mutating func nextRoot(
        _ result: FetchResult,
        for request: MetaFileRequest,
        after root: TrustedRoot,
        failure: UpdateError?
    ) throws(UpdateError) -> UpdateStep {
        if case .notFound = result { return try endOfChain(at: root, failure: failure) }
        guard chain.rotations < limits.rootRotations else {
            throw .tooManyRootRotations(limit: limits.rootRotations)
        }
        let file: Unverified<Root> = try parsed(result.bytes(of: request), as: .root)
        let next = try root.updated(to: file, at: nil)
        chain.follow(from: root.root, to: next.root)
        floors.recover(from: root.root, to: next.root)
        keep(next.verified)
        let isComplete =
            dialect.rootOrder == .first && chain.rotations == limits.rootRotations
        return isComplete ? try endOfChain(at: next, failure: nil) : .nextRoot(next, after: failure)
    }

    private mutating func endOfChain(
        at root: TrustedRoot,
        failure: UpdateError?
    ) throws(UpdateError) -> UpdateStep {
        if chain.rotations == 0, let failure { throw failure }
        _ = try root.current(at: start)
        guard dialect.rootOrder == .first else { return .timestamp(root, known: nil) }
        guard chain.renewedKeysBelow else { return .knownTimestamp(root) }
        storage += [.forget(.timestamp), .forget(.snapshot)]
        return .timestamp(root, known: nil)
    }
}

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
    mutating func nextRoot(
        _ result: FetchResult,
        for request: MetaFileRequest,
        after root: TrustedRoot,
        failure: UpdateError?
    ) throws(UpdateError) -> UpdateStep {
        if case .notFound = result { return try endOfChain(at: root, failure: failure) }
        let file: Unverified<Root> = try parsed(result.bytes(of: request), as: .root)
        let next = try root.updated(to: file, at: nil)
        chain.follow(from: root.root, to: next.root)
        floors.recover(from: root.root, to: next.root)
        keep(next.verified)
        guard chain.rotations >= limits.rootRotations else {
            return .nextRoot(next, after: failure)
        }
        return try rotationLimit(at: next)
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

    /// TUF 5.3.3 goes on with the root it has got to; in the Notary dialect, where something has
    /// already failed, there is nothing to go on with.
    private mutating func rotationLimit(at root: TrustedRoot) throws(UpdateError) -> UpdateStep {
        guard dialect.rootOrder == .first else {
            throw .tooManyRootRotations(limit: limits.rootRotations)
        }
        return try endOfChain(at: root, failure: nil)
    }
}

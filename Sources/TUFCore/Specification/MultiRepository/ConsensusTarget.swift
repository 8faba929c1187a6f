/// A target that enough repositories vouch for, each under a root of its own (TAP 4).
///
/// Only the consensus of a ``RepositoryMapping`` makes one.
public struct ConsensusTarget: Sendable {
    /// The target's path.
    public let name: String
    /// Bytes, as all of them say.
    public let length: Int
    /// Hashes of the whole target, as all of them say.
    public let hashes: Hashes
    /// What each of them proved, in the order of the map.
    ///
    /// At least a threshold of proofs; what their signers added for applications may differ.
    public let proofs: [(repository: RepositoryName, target: TrustedTarget)]

    fileprivate init?(_ proofs: [(repository: RepositoryName, target: TrustedTarget)]) {
        guard let first = proofs.first?.target else { return nil }
        name = first.name
        length = first.file.length
        hashes = first.file.hashes
        self.proofs = proofs
    }
}

extension RepositoryMapping {
    private struct Content: Hashable {
        let length: Int
        let digests: Set<Digest>

        init(_ file: TargetFile) {
            length = file.length
            digests = Set(file.hashes.digests)
        }
    }

    /// Compares what the repositories say of a target.
    ///
    /// TAP 4: a threshold of them must agree on length and hashes; what is custom may differ.
    ///
    /// - Parameters:
    ///   - target: The target's path.
    ///   - answers: What came of each repository; one that was not asked does not list it.
    /// - Returns: The target that they agree on.
    /// - Throws: ``ConsensusError``.
    public func consensus(
        on target: String,
        from answers: [RepositoryName: RepositoryAnswer]
    ) throws(ConsensusError) -> ConsensusTarget {
        var groups: [Content: [(repository: RepositoryName, target: TrustedTarget)]] = [:]
        var failed: [RepositoryName: String] = [:]
        for repository in repositories {
            switch answers[repository] {
            case .found(let found) where found.isProof(of: target, by: repository):
                groups[Content(found.file), default: []].append((repository, found))
            case .found: failed[repository] = "the answer is another repository's or target's"
            case .failed(let text): failed[repository] = text
            case .notFound, nil: break
            }
        }
        let agreed = groups.values.filter { $0.count >= threshold }
        guard agreed.count < 2 else {
            throw .conflict(target: target, sorted(agreed.map { $0.map(\.repository) }))
        }
        if let consensus = agreed.first.flatMap(ConsensusTarget.init) { return consensus }
        let agreeing = groups.values.map(\.count).max() ?? 0
        guard agreeing + failed.count < threshold else {
            throw .undecided(target: target, failed: failed)
        }
        throw .thresholdNotReached(target: target, agreeing: agreeing, threshold: threshold)
    }

    private func sorted(_ groups: [[RepositoryName]]) -> [[RepositoryName]] {
        repositories.compactMap { name in groups.first { $0.first == name } }
    }
}

extension TrustedTarget {
    /// Repositories are never mixed: what was proven under another name proves nothing here.
    fileprivate func isProof(of target: String, by repository: RepositoryName) -> Bool {
        gun == repository.gun && name.hasSameBytes(as: target)
    }
}

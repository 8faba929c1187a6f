/// Finds one target across repositories, as a state machine without I/O (TAP 4).
///
/// Ask ``next()``; look for the target in each repository of ``Action/ask(_:)``, each updated under
/// a root of its own with rules that bear ``RepositoryName/gun``, and tell ``receive(_:from:)``.
public struct MultiRepositorySearch: Sendable {
    /// What the driver is to do.
    public enum Action: Sendable {
        /// Look for the target in these repositories, in any order or all at once.
        case ask([RepositoryName])
        /// The target, vouched for by a threshold of repositories.
        case found(ConsensusTarget)
        /// Not enough repositories vouch for it.
        case refuse(ConsensusError)
    }

    /// The target's path.
    public let target: String
    private let mappings: [RepositoryMapping]
    private var answers: [RepositoryName: RepositoryAnswer] = [:]

    /// Begins a search.
    ///
    /// - Parameters:
    ///   - target: The target's path.
    ///   - map: Which repositories are trusted with it.
    public init(for target: String, in map: RepositoryMap) {
        self.target = target
        mappings = map.mappings.filter { $0.matches(target) }
    }

    /// What to do next.
    ///
    /// - Returns: The action; the same one until something is received.
    public func next() -> Action {
        var refusal = ConsensusError.notMapped(target: target)
        for mapping in mappings {
            let unasked = mapping.repositories.filter { answers[$0] == nil }
            guard unasked.isEmpty else { return .ask(unasked) }
            do {
                return .found(try mapping.consensus(on: target, from: answers))
            } catch {
                refusal = error
                guard case .thresholdNotReached = error, mapping.termination == .searchGoesOn else {
                    break
                }
            }
        }
        return .refuse(refusal)
    }

    /// Takes what came of one repository; the first word counts.
    ///
    /// - Parameters:
    ///   - answer: What came.
    ///   - repository: Which repository it was.
    public mutating func receive(_ answer: RepositoryAnswer, from repository: RepositoryName) {
        if answers[repository] == nil { answers[repository] = answer }
    }
}

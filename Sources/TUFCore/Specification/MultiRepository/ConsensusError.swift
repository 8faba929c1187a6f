/// Why repositories did not vouch for a target together (TAP 4).
public enum ConsensusError: Error, Hashable, Sendable {
    /// No entry of the map is for the target.
    case notMapped(target: String)
    /// Too few repositories list the target, or they do not agree on it.
    case thresholdNotReached(target: String, agreeing: Int, threshold: Int)
    /// Two different files both reach the threshold: there is no telling which is meant.
    case conflict(target: String, [[RepositoryName]])
    /// With the repositories that failed the threshold could have been reached. To go on without
    /// them would let whoever blocks them choose the entry that decides.
    case undecided(target: String, failed: [RepositoryName: String])
}

extension ConsensusError: CustomStringConvertible {
    /// The sentence for a person.
    public var description: String {
        switch self {
        case .notMapped(let target): "no repository is mapped to `\(target)`"
        case .thresholdNotReached(let target, let agreeing, let threshold):
            "\(agreeing) repositories agree on `\(target)`, \(threshold) must"
        case .conflict(let target, let groups):
            "repositories vouch for different files as `\(target)`: "
                + groups.map { $0.map(\.name).joined(separator: " and ") }
                .joined(separator: " against ")
        case .undecided(let target, let failed):
            "whether repositories agree on `\(target)` cannot be told: "
                + failed.sorted { $0.key.name < $1.key.name }
                .map { "`\($0.key)`: \($0.value)" }.joined(separator: "; ")
        }
    }
}

/// Remembers trust states until the process ends.
public actor MemoryTrustStateStore: TrustStateStore {
    private var states: [RepositoryKey: TrustState] = [:]

    /// Makes a store that has seen nothing.
    public init() {}

    /// The state of a repository.
    public func state(of repository: RepositoryKey) -> TrustState? { states[repository] }

    /// Replaces the state of a repository.
    public func keep(_ state: TrustState, of repository: RepositoryKey) {
        states[repository] = state
    }
}

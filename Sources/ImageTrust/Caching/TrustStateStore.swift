/// Remembers trust states.
///
/// Every conformer
/// - gives back the state that was kept last, or throws; never an older one and never nil for a
///   repository of which a state was kept: nil means first use,
/// - has kept a state for good when ``keep(_:of:)`` returns.
public protocol TrustStateStore: Sendable {
    /// The state of a repository; nil when none was ever kept.
    ///
    /// - Throws: ``TrustStateError`` when there is one that cannot be read.
    func state(of repository: RepositoryKey) async throws(TrustStateError) -> TrustState?

    /// Replaces the state of a repository.
    ///
    /// - Throws: ``TrustStateError`` when it was not kept; then the old one still is.
    func keep(_ state: TrustState, of repository: RepositoryKey) async throws(TrustStateError)
}

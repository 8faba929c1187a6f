/// What there is of a repository without asking its trust server.
enum RepositoryStanding: Sendable {
    /// Verified so recently that nobody needs to be asked.
    case fresh(VerifiedRepository)
    /// Verified before, good for as long as the trust server cannot be asked.
    case stale(VerifiedRepository)
    /// Nothing that may be used.
    case unknown
}

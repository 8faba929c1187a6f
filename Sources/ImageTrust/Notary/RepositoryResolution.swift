/// What is known of a repository when a question is asked.
enum RepositoryResolution: Sendable {
    /// What is proven, and what to say about it.
    case verified(VerifiedRepository, warnings: [String])
    /// Nothing is proven.
    case failed(RepositoryFailure)
}

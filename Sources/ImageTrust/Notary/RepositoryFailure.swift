import TUFCore

/// Why nothing was proven about a repository.
enum RepositoryFailure: Error, Hashable, Sendable {
    /// What the server has does not hold, or it has nothing.
    case refused(UpdateError)
    /// The server could not be asked.
    case unavailable(String)
    /// What is remembered of the repository cannot be read or replaced.
    case state(TrustStateError)
}

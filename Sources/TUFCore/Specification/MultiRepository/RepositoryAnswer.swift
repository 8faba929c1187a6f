/// What came of looking for a target in one repository.
public enum RepositoryAnswer: Sendable {
    /// The repository lists it.
    case found(TrustedTarget)
    /// The repository was updated and does not list it.
    case notFound
    /// The repository could not be updated, or not be trusted; the text says why.
    case failed(String)
}

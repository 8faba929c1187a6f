/// A policy resource.
struct PolicyResource: Sendable {
    let id: PolicyID
    let repositories: [RepositoryPolicy]
    /// Why parts of it could not be read; then nobody can tell what it governs, and everything
    /// it could govern is denied.
    let unreadable: Diagnostic?
}

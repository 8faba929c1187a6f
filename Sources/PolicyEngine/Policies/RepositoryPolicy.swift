/// One entry of a policy resource's `spec.repositories`: a pattern and what it asks for.
struct RepositoryPolicy: Sendable {
    /// What the entry's `policy` says.
    enum Content: Sendable {
        case accepted(Policy)
        /// It could not be understood as a whole, so nothing it governs is admitted.
        case unaccepted(Diagnostic)
    }

    /// The resource the entry is part of.
    let id: PolicyID
    let pattern: ImagePattern
    let content: Content
    let origin: ManifestOrigin

    /// The policy, when it was understood.
    var policy: Policy? {
        guard case .accepted(let policy) = content else { return nil }
        return policy
    }
}

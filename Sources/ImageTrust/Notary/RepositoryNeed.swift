import TUFCore

/// A repository, as who, and how much of it.
struct RepositoryNeed: Hashable, Sendable {
    let key: RepositoryKey
    let identity: CredentialIdentity
    /// The delegated roles that are needed.
    let roles: Set<RoleName>
}

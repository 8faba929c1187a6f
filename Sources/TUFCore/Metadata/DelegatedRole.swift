/// A role that a targets role trusts with some paths (TUF 4.5, `delegations`).
public struct DelegatedRole: Sendable {
    /// The full name.
    public let name: RoleName
    /// The keys and the threshold that this delegator demands.
    public let keys: RoleKeys
    /// The targets it is trusted with.
    public let paths: DelegatedPaths
    /// Whether the search ends below this role, for the targets it is trusted with.
    public let termination: Termination

    /// What a search does after this role and all below it.
    public enum Termination: Hashable, Sendable {
        /// It goes on with the next delegation.
        case searchGoesOn
        /// It ends (TUF 4.5, `terminating`).
        case searchEnds
    }

    /// Takes the parts as they are.
    ///
    /// - Parameters:
    ///   - name: The full name.
    ///   - keys: The keys and the threshold.
    ///   - paths: The targets it is trusted with.
    ///   - termination: Whether the search ends below it.
    public init(
        name: RoleName,
        keys: RoleKeys,
        paths: DelegatedPaths,
        termination: Termination = .searchGoesOn
    ) {
        self.termination = termination
        self.name = name
        self.keys = keys
        self.paths = paths
    }
}

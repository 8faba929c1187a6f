/// The roles that a targets role delegates to (TUF 4.5, `delegations`).
public enum Delegations: Sendable {
    /// One by one, in order of priority.
    case roles([DelegatedRole])
    /// Bins that share keys (TAP 15).
    case succinct(SuccinctRoles)

    /// None.
    public static let none = Delegations.roles([])

    /// The roles listed one by one; none for succinct bins, of which there may be billions.
    public var listed: [DelegatedRole] {
        switch self {
        case .roles(let roles): roles
        case .succinct: []
        }
    }

    /// The roles to ask about a target, in order of priority.
    ///
    /// - Parameter target: The target's path.
    /// - Returns: Those that are trusted with it.
    public func roles(for target: TargetPath) -> [DelegatedRole] {
        switch self {
        case .roles(let roles): roles.filter { $0.paths.contain(target) }
        case .succinct(let bins): bins.role(ofBin: bins.bin(of: target)).map { [$0] } ?? []
        }
    }

    /// The delegation to a role.
    ///
    /// - Parameter role: The delegated role's full name.
    /// - Returns: The delegation, or nil where there is none.
    public func delegation(to role: RoleName) -> DelegatedRole? {
        switch self {
        case .roles(let roles): roles.first { $0.name == role }
        case .succinct(let bins): bins.role(named: role)
        }
    }
}

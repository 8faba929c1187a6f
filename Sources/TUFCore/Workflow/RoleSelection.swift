/// Which delegated roles an update is to fetch.
public enum RoleSelection: Sendable {
    /// All that trusted roles delegate to.
    case all
    /// None: a search fetches what it needs (TUF 5.6.7).
    case none
    /// These, and what stands above them.
    case only(Set<RoleName>)

    /// Whether a role is needed, for itself or to get to one below it.
    func needs(_ role: RoleName) -> Bool {
        switch self {
        case .all: true
        case .none: false
        case .only(let roles): roles.contains { $0 == role || $0.ancestors.contains(role) }
        }
    }
}

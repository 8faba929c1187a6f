public import TUFCore

/// A role whose key a Notary server may hold.
public enum ServerRole: String, CaseIterable, Hashable, Sendable {
    /// Lists the other roles' files. Its key may be the publisher's instead.
    case snapshot
    /// Says which snapshot is current. Its key is always the server's.
    case timestamp

    /// The role by its TUF name.
    public var roleName: RoleName {
        switch self {
        case .snapshot: .snapshot
        case .timestamp: .timestamp
        }
    }
}

/// A role that a targets role trusts with some paths (TUF 4.5, `delegations`).
public struct DelegatedRole: Sendable {
    /// The full name.
    public let name: RoleName
    /// The keys and the threshold that this delegator demands.
    public let keys: RoleKeys
    /// The paths it is trusted with, as the dialect understands them.
    ///
    /// None: nothing at all.
    public let paths: [String]

    /// Takes the parts as they are.
    ///
    /// - Parameters:
    ///   - name: The full name.
    ///   - keys: The keys and the threshold.
    ///   - paths: The paths it is trusted with.
    public init(name: RoleName, keys: RoleKeys, paths: [String]) {
        self.name = name
        self.keys = keys
        self.paths = paths
    }
}

/// TUF 1.0: every key that a root lists for the root role may sign it.
public struct TUFRootRules: RootKeyRules {
    /// The repository, as its user calls it.
    public let gun: GUN

    /// Rules for one repository.
    ///
    /// - Parameter gun: The repository, as its user calls it.
    public init(gun: GUN) {
        self.gun = gun
    }

    /// All keys of the root role.
    public func rootKeys(of root: Root, at time: UTCTime?) throws(UpdateError) -> RoleKeys {
        root.roleKeys(of: .root)
    }
}

public import TUFCore

/// Accepts every root key, bare ones too: for repositories that are simulated.
public struct AnyRootKeyRules: RootKeyRules {
    /// The repository.
    public let gun: GUN

    /// Rules for one repository.
    ///
    /// - Parameter gun: The repository.
    public init(gun: GUN) {
        self.gun = gun
    }

    /// All keys of the root role.
    public func rootKeys(of root: Root, at time: UTCTime?) throws(UpdateError) -> RoleKeys {
        root.roleKeys(of: .root)
    }
}

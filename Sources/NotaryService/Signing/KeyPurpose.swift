public import TUFCore

/// What a key is made for; keys are shared by no two purposes.
public struct KeyPurpose: Hashable, Sendable {
    /// The role that will sign with it.
    public let role: RoleName
    /// The repository.
    public let gun: GUN
    /// What kind of key.
    public let algorithm: KeyAlgorithm

    /// A purpose.
    public init(role: RoleName, gun: GUN, algorithm: KeyAlgorithm) {
        self.role = role
        self.gun = gun
        self.algorithm = algorithm
    }
}

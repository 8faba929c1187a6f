/// An exception that a policy makes by asking for nothing.
public struct Exemption: Hashable, Sendable {
    /// The policy that makes it.
    public let policy: PolicyID
    /// The pattern that matched.
    public let pattern: String
}

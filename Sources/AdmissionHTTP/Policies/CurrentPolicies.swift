import PolicyEngine

/// Knows the policies that are in force.
protocol CurrentPolicies: Sendable {
    /// The policies to decide by now.
    var current: PolicySet { get }
}

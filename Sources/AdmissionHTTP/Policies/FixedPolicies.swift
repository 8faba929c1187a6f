import PolicyEngine

/// Policies that never change.
struct FixedPolicies: CurrentPolicies {
    let current: PolicySet

    init(_ policies: PolicySet) { current = policies }
}

import PolicyEngine

/// Manifests that cannot be read to their end, so that a policy may have been missed.
struct IncompletePolicies: Error, CustomStringConvertible {
    private let diagnostics: [Diagnostic]

    init(_ policies: PolicySet) {
        diagnostics = policies.diagnostics.filter { $0.severity == .error }
    }

    var description: String {
        "the policies cannot be read:\n"
            + diagnostics.map { "  \($0)" }.joined(separator: "\n")
    }
}

/// One rule of one policy, to be held against one image.
struct PlannedCheck: Sendable {
    enum Rule: Sendable {
        /// The policy asks for nothing.
        case exempt
        /// `simple`: anything goes.
        case acceptAnything
        /// `simple`: nothing goes.
        case reject
        /// Trust data has to be asked.
        case trust(TrustQuestion)
        /// Already decided: the rule cannot be met.
        case impossible(DenialReason.Code, rule: String, String)
    }

    let policy: RepositoryPolicy
    let rule: Rule

    /// The rule's name in messages.
    var ruleName: String {
        switch rule {
        case .exempt: "no rule"
        case .acceptAnything: "simple insecureAcceptAnything"
        case .reject: "simple reject"
        case .trust: "trust"
        case .impossible(_, let rule, _): rule
        }
    }

    /// The policy's name in messages, with the pattern.
    var policyName: String { "\(policy.id) (\(policy.pattern))" }

    /// A refusal that names policy and rule.
    func refusal(_ code: DenialReason.Code, _ text: String) -> DenialReason {
        DenialReason(code, text, policy: policyName, rule: ruleName)
    }
}

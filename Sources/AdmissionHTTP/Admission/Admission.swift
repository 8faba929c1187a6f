import ImageTrust
import PolicyEngine

/// Plan, resolve, decide: the three steps wired together.
struct Admission: Sendable {
    let policies: any CurrentPolicies
    let resolver: TrustResolver

    /// Decides on a review; what has no answer after `allowance` is denied.
    func decision(
        on review: AdmissionReview,
        within allowance: Duration
    ) async -> AdmissionDecision {
        let deadline = ContinuousClock.now + allowance
        let plan = AdmissionPlan(for: review, under: policies.current)
        guard !plan.questions.isEmpty else { return plan.decision(with: [:]) }
        let resolver = self.resolver
        // Verification takes milliseconds: not on the event loop of a connection.
        return await withTaskExecutorPreference(globalConcurrentExecutor) {
            plan.decision(with: await resolver.answers(to: plan.questions, before: deadline))
        }
    }
}

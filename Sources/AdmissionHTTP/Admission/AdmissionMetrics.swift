import HTTPService
import Metrics
import PolicyEngine

/// What is counted of admission: Portieris' own counters, and ours by reason.
struct AdmissionMetrics: Sendable {
    private let registry: MetricsRegistry
    private let allowed: Counter
    private let denied: Counter
    private let malformed: Counter
    private let duration: Timer

    /// Makes the series, so that each is there, at zero, from the start.
    init(registry: MetricsRegistry) {
        self.registry = registry
        allowed = Counter(
            label: "portieris_pod_admission_decision_allow_count",
            factory: registry
        )
        denied = Counter(
            label: "portieris_pod_admission_decision_deny_count",
            factory: registry
        )
        malformed = Counter(label: "countersign_admission_malformed_total", factory: registry)
        duration = Timer(label: "countersign_admission_duration_seconds", factory: registry)
    }

    /// Counts a decision and why it was a denial.
    func count(_ decision: AdmissionDecision, took time: Duration) {
        duration.record(duration: time)
        (decision.isAllowed ? allowed : denied).increment()
        for code in Set(decision.reasons.map(\.code)) {
            Counter(
                label: "countersign_admission_denials_total",
                dimensions: [("reason", code.rawValue)],
                factory: registry
            )
            .increment()
        }
    }

    /// Counts a request that is no review.
    func countMalformed() { malformed.increment() }
}

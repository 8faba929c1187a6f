import HTTPService
import Metrics
import NotaryService

/// What is counted of renewals in the background.
struct RenewalMetrics: Sendable {
    private let renewed: Counter
    private let settled: Counter
    private let failed: Counter
    private let failing: Gauge

    /// Makes the series, so that each is there, at zero, from the start.
    init(registry: MetricsRegistry) {
        func counter(_ outcome: String) -> Counter {
            Counter(
                label: "countersign_notary_renewals_total",
                dimensions: [("outcome", outcome)],
                factory: registry
            )
        }
        renewed = counter("renewed")
        settled = counter("settled")
        failed = counter("failed")
        failing = Gauge(label: "countersign_notary_renewals_failing", factory: registry)
        failing.record(0)
    }

    /// Counts what one round did.
    func count(_ report: RenewalReport) {
        renewed.increment(by: report.renewed)
        settled.increment(by: report.settled)
        failed.increment(by: report.faults.count)
        failing.record(report.failing)
    }
}

import HTTPService
import Metrics

/// Counts and measures requests under the original's metric names, and in histograms of our own.
struct RequestMetrics: Sendable {
    /// What is counted into.
    let registry: MetricsRegistry
    private let operations: [Operation: OperationMetrics]
    private let refused: Counter

    /// Makes the series of every operation, so that each is there, at zero, from the start.
    init(registry: MetricsRegistry) {
        self.registry = registry
        refused = Counter(label: "countersign_http_requests_refused_total", factory: registry)
        let operations = Operation.allCases.map {
            ($0, OperationMetrics($0, registry: registry))
        }
        self.operations = Dictionary(uniqueKeysWithValues: operations)
    }

    /// Notes a request that was refused because too many run.
    func refuseRequest() {
        refused.increment()
    }

    /// Notes one answered request, if it is of an operation that is counted.
    func note(_ entry: RequestLog.Entry) {
        guard let operation = entry.operation else { return }
        operations[operation]?.note(entry)
    }
}

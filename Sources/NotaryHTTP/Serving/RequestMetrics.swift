import HTTPService
import Metrics
import Synchronization

/// Counts requests under the original's metric name, and times them in a histogram of our own.
final class RequestMetrics: Sendable {
    private struct Kind: Hashable {
        let operation: Operation
        let method: String
        let status: Int
    }

    private struct Series {
        let requests: Counter
        let duration: Timer
    }

    /// What is counted into.
    let registry: MetricsRegistry
    /// The series that were used, since finding them by their labels costs more than a request.
    private let series = Mutex<[Kind: Series]>([:])

    init(registry: MetricsRegistry) {
        self.registry = registry
    }

    /// Notes a request that was refused because too many run.
    func refuseRequest() {
        Counter(label: "countersign_http_requests_refused_total", factory: registry).increment()
    }

    /// Notes one answered request.
    func note(_ operation: Operation, method: String, status: Int, duration: Duration) {
        let kind = Kind(operation: operation, method: method, status: status)
        let used = series.withLock { series in
            if let known = series[kind] { return known }
            let new = made(for: kind)
            series[kind] = new
            return new
        }
        used.requests.increment()
        used.duration.record(duration: duration)
    }

    private func made(for kind: Kind) -> Series {
        let operation = ("operation", kind.operation.rawValue)
        return Series(
            requests: Counter(
                label: "notary_server_http_requests_total",
                dimensions: [
                    operation, ("code", "\(kind.status)"), ("method", kind.method.lowercased()),
                ],
                factory: registry
            ),
            duration: Timer(
                label: "notary_server_http_request_duration_seconds",
                dimensions: [operation],
                factory: registry
            )
        )
    }
}

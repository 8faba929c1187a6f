import HTTPService
import Metrics

/// Counts requests under the original's metric name, and times them in a histogram of our own.
struct RequestMetrics: Sendable {
    /// What is counted into.
    let registry: MetricsRegistry

    /// Notes a request that was refused because too many run.
    func refuseRequest() {
        Counter(label: "countersign_http_requests_refused_total", factory: registry).increment()
    }

    /// Notes one answered request.
    func note(_ operation: Operation, method: String, status: Int, duration: Duration) {
        Counter(
            label: "notary_server_http_requests_total",
            dimensions: [
                ("operation", operation.rawValue), ("code", "\(status)"),
                ("method", method.lowercased()),
            ],
            factory: registry
        )
        .increment()
        Timer(
            label: "notary_server_http_request_duration_seconds",
            dimensions: [("operation", operation.rawValue)],
            factory: registry
        )
        .record(duration: duration)
    }
}

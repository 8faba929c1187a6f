import CoreMetrics
import HTTPService
import Synchronization

/// What is counted and measured of one operation.
final class OperationMetrics: Sendable {
    private struct Outcome: Hashable {
        let method: String
        let status: Int
    }

    private static let prefix = "notary_server_http"
    private let operation: (String, String)
    private let registry: MetricsRegistry
    private let seconds: any TimerHandler
    private let microseconds: any RecorderHandler
    private let requestBytes: any RecorderHandler
    private let responseBytes: any RecorderHandler
    private let outcomes = Mutex<[Outcome: any CounterHandler]>([:])

    init(_ operation: Operation, registry: MetricsRegistry) {
        let dimensions = [("operation", operation.rawValue)]
        func summary(_ name: String) -> any RecorderHandler {
            registry.makeSummary(label: "\(Self.prefix)_\(name)", dimensions: dimensions)
        }
        self.operation = dimensions[0]
        self.registry = registry
        seconds = registry.makeTimer(
            label: "\(Self.prefix)_request_duration_seconds",
            dimensions: dimensions
        )
        microseconds = summary("request_duration_microseconds")
        requestBytes = summary("request_size_bytes")
        responseBytes = summary("response_size_bytes")
    }

    /// Notes one answered request.
    func note(_ entry: RequestLog.Entry) {
        counter(of: Outcome(method: entry.method, status: entry.status)).increment(by: 1)
        seconds.recordNanoseconds(Int64(entry.duration / .nanoseconds(1)))
        microseconds.record(entry.duration / .microseconds(1))
        requestBytes.record(Int64(entry.requestBytes))
        responseBytes.record(Int64(entry.responseBytes))
    }

    private func counter(of outcome: Outcome) -> any CounterHandler {
        outcomes.withLock { outcomes in
            if let known = outcomes[outcome] { return known }
            let counter = registry.makeCounter(
                label: "\(Self.prefix)_requests_total",
                dimensions: [
                    operation, ("code", "\(outcome.status)"),
                    ("method", outcome.method.lowercased()),
                ]
            )
            outcomes[outcome] = counter
            return counter
        }
    }
}

import CoreMetrics

/// What is counted of the connections of one server.
struct ConnectionMetrics: Sendable {
    private let open: Meter
    private let accepted: Counter
    private let refused: Counter
    private let failedHandshakes: Counter
    private let tooLate: [ConnectionPatience.Reason: Counter]

    /// Makes the series, so that each is there, at zero, from the start.
    init(registry: MetricsRegistry) {
        open = Meter(label: "countersign_http_connections", factory: registry)
        accepted = Counter(
            label: "countersign_http_connections_accepted_total",
            factory: registry
        )
        refused = Counter(label: "countersign_http_connections_refused_total", factory: registry)
        failedHandshakes = Counter(
            label: "countersign_http_handshakes_failed_total",
            factory: registry
        )
        let reasons = ConnectionPatience.Reason.allCases.map { reason in
            let counter = Counter(
                label: "countersign_http_timeouts_total",
                dimensions: [("waiting_for", reason.rawValue)],
                factory: registry
            )
            return (reason, counter)
        }
        tooLate = Dictionary(uniqueKeysWithValues: reasons)
    }

    /// A connection was taken.
    func opened() {
        accepted.increment()
        open.increment(by: 1)
    }

    /// A connection that had been taken is gone.
    func closed() { open.decrement(by: 1) }

    /// A connection over the limit was closed at once.
    func refusedOne() { refused.increment() }

    /// A client did not agree on TLS, or showed no certificate where one is asked for.
    func handshakeFailed() { failedHandshakes.increment() }

    /// A client kept the server waiting.
    func timedOut(_ reason: ConnectionPatience.Reason) { tooLate[reason]?.increment() }
}

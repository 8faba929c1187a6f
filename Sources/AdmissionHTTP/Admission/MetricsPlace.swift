/// Where the metrics are served.
enum MetricsPlace: Sendable {
    /// On the webhook's own listener.
    case here
    /// On a listener of their own.
    case elsewhere
}

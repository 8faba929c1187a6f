/// Where the metrics are served.
enum MetricsPlace: Hashable, Sendable {
    /// Beside everything else.
    case here
    /// On a listener of their own; here they are not found.
    case elsewhere
}

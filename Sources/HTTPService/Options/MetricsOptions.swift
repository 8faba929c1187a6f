public import ArgumentParser

/// The options of both servers about where the metrics are served.
public struct MetricsOptions: ParsableArguments {
    /// Where, if not beside everything else.
    @Option(
        help: """
            HOST:PORT for /metrics and health over plain HTTP; without it the metrics are on the \
            server's own port.
            """,
        transform: ListenAddress.init(parsing:)
    )
    public var metricsListen: ListenAddress?

    /// For port 0.
    @Option(help: "A file that gets the port of the metrics once requests are taken.")
    public var metricsPortFile: String?

    /// The defaults.
    public init() {}

    /// The listener of the metrics, when they have one of their own.
    public func listener(limits: LimitOptions) -> Listener? {
        metricsListen.map {
            Listener(address: $0, limits: limits.connections, portFile: metricsPortFile)
        }
    }
}

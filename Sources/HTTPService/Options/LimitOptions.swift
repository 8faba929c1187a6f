public import ArgumentParser

/// The options of both servers about what clients may take: connections, requests and time.
public struct LimitOptions: ParsableArguments {
    /// Requests that are handled at once, unless told otherwise.
    public static let requestsAtOnce = 1024
    private static let defaults = HTTPLimits()

    /// Connections at once.
    @Option(help: "Connections at once; one more is closed as soon as it is accepted.")
    public var maxConnections = defaults.maximumConnections

    /// Requests at once.
    @Option(help: "Requests that are handled at once; one more gets 503.")
    public var maxRequests = requestsAtOnce

    /// The time for a TLS handshake.
    @Option(help: "How long a TLS handshake may take.")
    public var handshakeTimeout = TimeSpan(defaults.handshakeTimeout)

    /// The time for the header of a request.
    @Option(help: "How long the header of a request may take, from its first byte on.")
    public var headerTimeout = TimeSpan(defaults.headerTimeout)

    /// The time for the body of a request.
    @Option(help: "How long the body of a request may take, from the end of the header on.")
    public var bodyTimeout = TimeSpan(defaults.bodyTimeout)

    /// The time without a byte from the client.
    @Option(help: "How long a client may send nothing, between requests or within one.")
    public var idleTimeout = TimeSpan(defaults.idleTimeout)

    /// The time without taking anything of an answer.
    @Option(help: "How long a client may take nothing of an answer.")
    public var sendTimeout = TimeSpan(defaults.sendTimeout)

    /// The time to finish what runs when the server is told to stop.
    @Option(help: "How long what runs may go on after SIGTERM or SIGINT; then it is broken off.")
    public var stopTimeout = TimeSpan(seconds: 25)

    /// The defaults.
    public init() {}

    /// Finds out early whether there is room for anything at all.
    public func validate() throws {
        let counts = [("--max-connections", maxConnections), ("--max-requests", maxRequests)]
        for (name, count) in counts where !(1...1_000_000).contains(count) {
            throw ValidationError("`\(name) \(count)` is out of bounds: expected 1 to 1000000")
        }
        for (name, span) in spans where !(1...86_400).contains(span.seconds) {
            throw ValidationError("`\(name) \(span)` is out of bounds: expected 1s to 1d")
        }
    }

    /// For a listener.
    public var connections: HTTPLimits {
        var limits = HTTPLimits()
        limits.maximumConnections = maxConnections
        limits.handshakeTimeout = handshakeTimeout.duration
        limits.headerTimeout = headerTimeout.duration
        limits.bodyTimeout = bodyTimeout.duration
        limits.idleTimeout = idleTimeout.duration
        limits.sendTimeout = sendTimeout.duration
        return limits
    }

    private var spans: [(String, TimeSpan)] {
        [
            ("--handshake-timeout", handshakeTimeout), ("--header-timeout", headerTimeout),
            ("--body-timeout", bodyTimeout), ("--idle-timeout", idleTimeout),
            ("--send-timeout", sendTimeout), ("--stop-timeout", stopTimeout),
        ]
    }
}

/// How patient a server is with a signer elsewhere.
package struct RemoteLimits: Hashable, Sendable {
    /// What one call may take.
    package var timeout: Duration
    /// How long a good answer to a health check holds; the original asks every ten seconds.
    package var interval: Duration
    /// How long a bad one holds.
    package var intervalWhileFailing: Duration

    package init(
        timeout: Duration = .seconds(10),
        interval: Duration = .seconds(10),
        intervalWhileFailing: Duration = .seconds(1)
    ) {
        self.timeout = timeout
        self.interval = interval
        self.intervalWhileFailing = intervalWhileFailing
    }
}

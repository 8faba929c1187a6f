/// Runs checks when asked, and lets all who ask within a moment share what they found.
///
/// Whoever may ask cannot keep the store and the signer busy by asking often.
public actor HealthMonitor {
    private let checks: [HealthCheck]
    private let interval: Duration
    private var latest: (report: Task<HealthReport, Never>, begun: ContinuousClock.Instant)?

    /// A monitor whose reports are at most `interval` old.
    public init(_ checks: [HealthCheck], interval: Duration = .seconds(1)) {
        self.checks = checks
        self.interval = interval
    }

    /// What the checks find now, or found a moment ago.
    public func report() async -> HealthReport {
        let now = ContinuousClock.now
        if let latest, now - latest.begun < interval { return await latest.report.value }
        let checks = checks
        let report = Task { await HealthReport(running: checks) }
        latest = (report, now)
        return await report.value
    }
}

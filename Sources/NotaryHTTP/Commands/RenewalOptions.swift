import ArgumentParser
import HTTPService
import NotaryService

/// The options of `serve` about how long its signatures last, and when they are renewed.
struct RenewalOptions: ParsableArguments {
    private static let defaults = RenewalConfiguration()

    @Option(help: "How long a timestamp lasts, such as 12h or 14d.")
    var timestampLifetime = TimeSpan(seconds: defaults.timestampLifetime)

    @Option(help: "How long a snapshot lasts that the server signs.")
    var snapshotLifetime = TimeSpan(seconds: defaults.snapshotLifetime)

    @Option(
        help: """
            How long before its expiry a timestamp or snapshot is renewed; a third of the shorter \
            lifetime unless given.
            """
    )
    var renewalMargin: TimeSpan?

    @Option(
        help: """
            How often what is due is looked for; five minutes, or a quarter of the margin where \
            that is less.
            """
    )
    var renewalInterval: TimeSpan?

    @Flag(help: "Renew only on a read of what has expired, as notary-server does.")
    var noBackgroundRenewal = false

    /// Finds out early whether they can be.
    func validate() throws {
        for (name, span) in lifetimes where !Self.sane.contains(span.seconds) {
            throw ValidationError(
                "`\(name) \(span)` is out of bounds: expected 5s to 3650d"
            )
        }
        _ = try schedule()
    }

    /// What they say.
    func configuration() throws(ValidationError) -> RenewalConfiguration {
        RenewalConfiguration(
            timestampLifetime: timestampLifetime.seconds,
            snapshotLifetime: snapshotLifetime.seconds,
            schedule: try schedule()
        )
    }

    /// When renewal happens; nil where it does not in the background.
    func schedule() throws(ValidationError) -> RenewalSchedule? {
        let given = renewalMargin != nil || renewalInterval != nil
        guard !noBackgroundRenewal else {
            guard !given else {
                throw ValidationError(
                    "`--no-background-renewal` contradicts `--renewal-margin` and "
                        + "`--renewal-interval`"
                )
            }
            return nil
        }
        let shorter = min(timestampLifetime.seconds, snapshotLifetime.seconds)
        let margin = renewalMargin?.seconds ?? shorter / 3
        guard (1..<max(shorter, 2)).contains(margin) else {
            throw ValidationError(
                "`--renewal-margin \(TimeSpan(seconds: margin))` is out of bounds: expected at "
                    + "least 1s and less than both lifetimes"
            )
        }
        let interval = renewalInterval?.seconds ?? min(300, max(1, margin / 4))
        guard (1...86_400).contains(interval) else {
            throw ValidationError(
                "`--renewal-interval \(TimeSpan(seconds: interval))` is out of bounds: expected "
                    + "1s to 1d"
            )
        }
        return RenewalSchedule(
            interval: .seconds(interval),
            settings: RenewalSettings(margin: margin, firstRetry: min(60, max(1, margin / 10)))
        )
    }

    private var lifetimes: [(String, TimeSpan)] {
        [("--timestamp-lifetime", timestampLifetime), ("--snapshot-lifetime", snapshotLifetime)]
    }

    private static let sane = 5...3650 * 86_400
}

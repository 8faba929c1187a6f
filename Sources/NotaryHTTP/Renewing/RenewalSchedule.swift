import NotaryService

/// When the server renews what expires soon.
struct RenewalSchedule: Hashable, Sendable {
    /// The time from one round to the next, at most.
    var interval: Duration
    /// By how much of the interval a pause may be shorter, 0 to 1, so that instances that started
    /// at once do not go on in step.
    var jitter = 0.2
    /// What a round does.
    var settings: RenewalSettings

    /// The pause before a round, for a random number from 0 to 1.
    func pause(random: Double) -> Duration {
        interval * (1 - jitter * min(max(random, 0), 1))
    }
}

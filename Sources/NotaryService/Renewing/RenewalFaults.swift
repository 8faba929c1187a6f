import TUFCore

/// The repositories that could not be renewed, and when each is tried again; a bounded number.
struct RenewalFaults {
    private struct Fault {
        var count: Int
        var reason: String
        var retryAt: UTCTime
    }

    private let settings: RenewalSettings
    private let capacity: Int
    private var faults: [GUN: Fault] = [:]
    /// Those met since the list of what is due was begun.
    private var met: Set<GUN> = []

    init(settings: RenewalSettings, capacity: Int = 10_000) {
        self.settings = settings
        self.capacity = capacity
    }

    /// How many repositories have a fault.
    var count: Int { faults.count }

    /// Whether the repository is left alone for now.
    mutating func isWaiting(_ gun: GUN, at now: UTCTime) -> Bool {
        guard let fault = faults[gun] else { return false }
        met.insert(gun)
        return now < fault.retryAt
    }

    /// Notes a fault.
    ///
    /// - Returns: whether it is news: the first of this repository, or one for another reason.
    mutating func note(_ gun: GUN, reason: String, now: UTCTime) -> Bool {
        let known = faults[gun]
        let count = (known?.count ?? 0) + 1
        let doublings = min(count - 1, 20)
        let wait = min(settings.firstRetry << doublings, settings.longestRetry)
        if known == nil, faults.count >= capacity { faults.removeAll(keepingCapacity: true) }
        met.insert(gun)
        faults[gun] = Fault(count: count, reason: reason, retryAt: now.adding(seconds: wait))
        return known?.reason != reason
    }

    mutating func forget(_ gun: GUN) {
        faults[gun] = nil
    }

    /// Forgets those that are not due any more, since they were published or deleted.
    mutating func endList() {
        faults = faults.filter { met.contains($0.key) }
        met = []
    }
}

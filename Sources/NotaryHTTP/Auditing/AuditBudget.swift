import Synchronization

/// How many refusals are written down: whoever is refused all the time must not fill the disk.
final class AuditBudget: Sendable {
    private struct Window {
        var start: ContinuousClock.Instant?
        var count = 0
        var leftOut = 0
    }

    private let limit: Int
    private let length: Duration
    private let window = Mutex(Window())

    /// So many in so long.
    init(limit: Int = 300, in length: Duration = .seconds(60)) {
        self.limit = limit
        self.length = length
    }

    /// Takes one.
    ///
    /// - Returns: nil when there are too many; else how many were left out before it.
    func take(at time: ContinuousClock.Instant = .now) -> Int? {
        window.withLock { window in
            if window.start.map({ $0 + length <= time }) ?? true {
                window.start = time
                window.count = 0
            }
            guard window.count < limit else {
                window.leftOut += 1
                return nil
            }
            window.count += 1
            defer { window.leftOut = 0 }
            return window.leftOut
        }
    }
}

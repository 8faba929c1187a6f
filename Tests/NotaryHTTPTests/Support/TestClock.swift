import NotaryTesting
import Synchronization
import TUFCore

/// A clock that a test sets.
final class TestClock: Sendable {
    private let time = Mutex(TestTime.now)

    func now() -> UTCTime { time.withLock { $0 } }

    func pass(days: Int) {
        time.withLock { $0 = $0.adding(seconds: days * 86_400) }
    }
}

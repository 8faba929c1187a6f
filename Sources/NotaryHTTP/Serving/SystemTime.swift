import Foundation
import TUFCore

/// The machine's clock: the only place that reads it.
enum SystemTime {
    /// Now, to the microsecond.
    static func now() -> UTCTime {
        let microseconds = Int(Date().timeIntervalSince1970 * 1_000_000)
        return UTCTime(
            seconds: microseconds / 1_000_000,
            nanoseconds: microseconds % 1_000_000 * 1000
        )
    }
}

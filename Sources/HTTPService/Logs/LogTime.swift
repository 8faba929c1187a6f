import Foundation
import Synchronization

/// The time of a log line, RFC 3339 with milliseconds, in UTC.
enum LogTime {
    /// The newest second and its text, since many lines are of one.
    private static let latest = Mutex((second: Int.min, text: ""))

    static func now() -> String {
        text(milliseconds: Int((Date.now.timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// The text of a time that is counted from the start of 1970.
    static func text(milliseconds: Int) -> String {
        let rest = ((milliseconds % 1000) + 1000) % 1000
        let second = (milliseconds - rest) / 1000
        let text = latest.withLock { latest in
            if latest.second != second {
                let date = Date(timeIntervalSince1970: Double(second))
                let text = date.formatted(Date.ISO8601FormatStyle())
                latest = (second, String(text.dropLast()))
            }
            return latest.text
        }
        return "\(text).\(String(1000 + rest).dropFirst())Z"
    }
}

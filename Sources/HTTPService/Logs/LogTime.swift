import Foundation

/// The time of a log line, RFC 3339 with milliseconds, in UTC.
enum LogTime {
    static func now() -> String {
        Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}

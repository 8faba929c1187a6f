import TUFCore

/// A time as Notary's messages have it: `Sun Nov 22 05:41:46 UTC 2026`, the day without padding.
struct UnixDate: CustomStringConvertible {
    let description: String

    init(_ time: UTCTime) {
        let day = (time.seconds >= 0 ? time.seconds : time.seconds - 86_399) / 86_400
        // The first day of 1970 was a Thursday.
        let weekday = Self.weekdays[((day + 4) % 7 + 7) % 7]
        let parts = time.description.split { "-T:.Z".contains($0) }
        guard parts.count >= 6, let month = Int(parts[1]), (1...12).contains(month),
            let dayOfMonth = Int(parts[2])
        else {
            description = time.description
            return
        }
        description =
            "\(weekday) \(Self.months[month - 1]) \(dayOfMonth) "
            + "\(parts[3]):\(parts[4]):\(parts[5]) UTC \(parts[0])"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

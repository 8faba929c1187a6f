import TUFCore

/// A time as HTTP writes it (RFC 9110 5.6.7), always in GMT.
enum HTTPDate {
    /// `Mon, 23 Nov 2026 05:30:10 GMT`.
    static func text(_ time: UTCTime) -> String {
        // `2026-11-23T05:30:10Z`: the year has four digits from 0 to 9999, which is all there is.
        let fields = time.description.split { "-T:.Z".contains($0) }.prefix(6)
        let clock = fields.dropFirst(3).joined(separator: ":")
        let month = months[(Int(fields[1]) ?? 1) - 1]
        let day = (time.seconds >= 0 ? time.seconds : time.seconds - 86_399) / 86_400
        // The first day of 1970 was a Thursday.
        let weekday = days[((day + 4) % 7 + 7) % 7]
        return "\(weekday), \(fields[2]) \(month) \(fields[0]) \(clock) GMT"
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

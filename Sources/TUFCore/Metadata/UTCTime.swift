/// A moment, to the nanosecond, in Coordinated Universal Time.
public struct UTCTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Whole seconds since the start of 1970, without leap seconds; negative before it.
    public let seconds: Int
    /// Nanoseconds after ``seconds``, 0 to 999,999,999.
    public let nanoseconds: Int

    /// Takes a count of seconds, with nanoseconds carried into it when they are a second or more.
    public init(seconds: Int, nanoseconds: Int = 0) {
        let (carried, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let borrow = rest < 0 ? 1 : 0
        self.seconds = seconds + carried - borrow
        self.nanoseconds = rest + borrow * 1_000_000_000
    }

    /// Reads a date and time of RFC 3339, with `Z` or an offset and up to nine fraction digits.
    ///
    /// Stricter than its grammar: the day must exist in the month, and leap seconds are refused.
    public init?(rfc3339 text: String) {
        var reader = RFC3339Reader(text)
        guard let time = reader.time() else { return nil }
        self = time
    }

    /// Orders by moment.
    public static func < (left: UTCTime, right: UTCTime) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// The moment `seconds` later, or earlier when negative.
    public func adding(seconds: Int) -> UTCTime {
        UTCTime(seconds: self.seconds + seconds, nanoseconds: nanoseconds)
    }

    /// RFC 3339 in UTC, the fraction without trailing zeros, as Go writes RFC3339Nano.
    public var description: String {
        let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let second = seconds - day * 86_400
        let date = CivilDate(daysSince1970: day)
        var text = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
        text +=
            "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        if nanoseconds > 0 {
            var (fraction, width) = (nanoseconds, 9)
            while fraction.isMultiple(of: 10) { (fraction, width) = (fraction / 10, width - 1) }
            text += ".\(padded(fraction, width))"
        }
        return text + "Z"
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        guard digits.utf8.count < width else { return digits }
        return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}

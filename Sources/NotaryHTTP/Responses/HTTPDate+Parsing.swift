import TUFCore

extension HTTPDate {
    /// The time that `text` says, in any of the three forms of RFC 9110 5.6.7; nil for others.
    static func time(_ text: String) -> UTCTime? {
        let fields = text.split(separator: " ").map(String.init)
        switch fields.count {
        case 6:  // Sun, 06 Nov 1994 08:49:37 GMT
            guard fields[5] == "GMT", fields[0].hasSuffix(",") else { return nil }
            return time(day: fields[1], month: fields[2], year: fields[3], clock: fields[4])
        case 5:  // Sun Nov  6 08:49:37 1994
            return time(day: fields[2], month: fields[1], year: fields[4], clock: fields[3])
        case 4:  // Sunday, 06-Nov-94 08:49:37 GMT
            let date = fields[1].split(separator: "-").map(String.init)
            guard fields[3] == "GMT", date.count == 3, let year = Int(date[2]), date[2].count == 2
            else { return nil }
            // Two digits are of this century where that is not far ahead.
            let century = year < 70 ? 2000 : 1900
            return time(day: date[0], month: date[1], year: "\(century + year)", clock: fields[2])
        default:
            return nil
        }
    }

    private static func time(
        day: String,
        month: String,
        year: String,
        clock: String
    ) -> UTCTime? {
        guard let index = months.firstIndex(of: month) else { return nil }
        let month = index < 9 ? "0\(index + 1)" : "\(index + 1)"
        let day = day.count == 1 ? "0\(day)" : day
        return UTCTime(rfc3339: "\(year)-\(month)-\(day)T\(clock)Z")
    }
}

/// Reads the date and time of RFC 3339 section 5.6.
struct RFC3339Reader {
    private let text: [UInt8]
    private var position = 0

    init(_ text: String) {
        self.text = Array(text.utf8)
    }

    /// The time that the whole text is, or `nil`.
    mutating func time() -> UTCTime? {
        guard
            let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
            let day = number(digits: 2), skip("T") || skip("t"),
            let date = CivilDate(year: year, month: month, day: day),
            let hour = number(digits: 2), hour < 24, skip(":"),
            let minute = number(digits: 2), minute < 60, skip(":"),
            let second = number(digits: 2), second < 60,
            let nanoseconds = fraction(), let offset = offset(), position == text.count
        else { return nil }
        let secondOfDay = hour * 3600 + minute * 60 + second
        return UTCTime(
            seconds: date.daysSince1970 * 86_400 + secondOfDay - offset,
            nanoseconds: nanoseconds
        )
    }

    /// Nanoseconds of an optional fraction; `nil` when there is a point without 1 to 9 digits.
    private mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        var value = 0
        var digits = 0
        while let digit = digit() {
            value = value * 10 + digit
            digits += 1
            guard digits <= 9 else { return nil }
        }
        guard digits > 0 else { return nil }
        for _ in digits..<9 { value *= 10 }
        return value
    }

    /// Seconds east of Greenwich.
    private mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("+") ? 1 : -1
        guard
            sign == 1 || skip("-"), let hours = number(digits: 2), hours < 24, skip(":"),
            let minutes = number(digits: 2), minutes < 60
        else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    private mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private mutating func digit() -> Int? {
        guard position < text.count, (0x30...0x39).contains(text[position]) else { return nil }
        position += 1
        return Int(text[position - 1]) - 0x30
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }
}

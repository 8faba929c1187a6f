/// Integers as Go's `strconv.ParseInt(text, 10, 32)` reads them, with its errors.
enum GoInteger {
    /// Why a text is no 32-bit integer.
    enum Failure: Error, Hashable {
        case invalidSyntax
        case outOfRange

        /// As Go prints it.
        var text: String {
            switch self {
            case .invalidSyntax: "invalid syntax"
            case .outOfRange: "value out of range"
            }
        }
    }

    /// Reads an optional sign and decimal digits.
    static func parse32(_ text: some Collection<UInt8>) throws(Failure) -> Int {
        var digits = text.dropFirst(0)
        let sign = digits.first
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
        guard !digits.isEmpty else { throw .invalidSyntax }
        var magnitude = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else {
                throw .invalidSyntax
            }
            magnitude = magnitude * 10 + Int(digit - UInt8(ascii: "0"))
            guard magnitude <= Int(UInt32.max) else { throw .outOfRange }
        }
        let value = sign == UInt8(ascii: "-") ? -magnitude : magnitude
        guard Int32(exactly: value) != nil else { throw .outOfRange }
        return value
    }
}

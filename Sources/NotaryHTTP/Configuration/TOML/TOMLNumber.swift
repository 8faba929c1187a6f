import TUFCore

/// The numbers of TOML.
enum TOMLNumber {
    /// The number that `text` is; nil when it is none, or does not fit 64 bits.
    static func json(_ text: String) -> JSON? {
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
            return digits(text.dropFirst(2), radix: radix)
                .flatMap { Int($0, radix: radix) }.map { .integer($0) }
        }
        let isSigned = text.hasPrefix("+") || text.hasPrefix("-")
        let sign = text.hasPrefix("-") ? "-" : ""
        let magnitude = isSigned ? text.dropFirst() : text[...]
        if let whole = whole(magnitude) { return Int(sign + whole).map { .integer($0) } }
        return decimal(magnitude).map { .decimal(sign + $0) }
    }

    /// Digits without a zero before others.
    private static func whole(_ text: Substring) -> String? {
        guard let digits = digits(text, radix: 10), digits == "0" || !digits.hasPrefix("0") else {
            return nil
        }
        return digits
    }

    /// A whole number with a fraction, an exponent, or both.
    private static func decimal(_ text: Substring) -> String? {
        let mantissa = text.prefix { $0 != "e" && $0 != "E" }
        let exponent = text[mantissa.endIndex...].dropFirst()
        guard mantissa.endIndex == text.endIndex || Self.isExponent(exponent) else { return nil }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first.flatMap(whole), parts.count <= 2 else { return nil }
        var result = first
        if parts.count == 2 {
            guard let fraction = digits(parts[1], radix: 10) else { return nil }
            result += "." + fraction
        }
        return exponent.isEmpty ? result : result + "e" + exponent.filter { $0 != "_" }
    }

    private static func isExponent(_ text: Substring) -> Bool {
        let isSigned = text.hasPrefix("+") || text.hasPrefix("-")
        return digits(isSigned ? text.dropFirst() : text, radix: 10) != nil
    }

    /// Digits without the underscores, each of which must be between two of them.
    private static func digits(_ text: Substring, radix: Int) -> String? {
        let groups = text.split(separator: "_", omittingEmptySubsequences: false)
        let areDigits = groups.allSatisfy { group in
            !group.isEmpty
                && group.unicodeScalars.allSatisfy {
                    $0.isASCII && Int("\($0)", radix: radix) != nil
                }
        }
        return areDigits ? groups.joined() : nil
    }
}

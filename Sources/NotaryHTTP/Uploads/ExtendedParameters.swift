/// Parameters in the forms of RFC 2231, as Go's `mime` package reads them: `name*`, which is
/// percent-encoded, and `name*0`, `name*1*` and so on, the parts of one that is long.
enum ExtendedParameters {
    /// The parameters with what these forms stand for in their place.
    ///
    /// What cannot be read stands for nothing; a plain parameter of the same name then counts.
    static func joined(_ written: [String: String]) -> [String: String] {
        let extended = written.keys.filter { $0.utf8.contains(UInt8(ascii: "*")) }
        guard !extended.isEmpty else { return written }
        var parameters = written
        for name in extended {
            parameters[name] = nil
        }
        for name in extended {
            let base = String(name.prefix { $0 != "*" })
            if let value = value(of: base, in: written) { parameters[base] = value }
        }
        return parameters
    }

    private static func value(of name: String, in written: [String: String]) -> String? {
        if let whole = written[name + "*"] { return decoded(whole) }
        var value: String?
        for number in 0... {
            let part: String
            if let plain = written["\(name)*\(number)"] {
                part = plain
            } else if let encoded = written["\(name)*\(number)*"] {
                part = (number == 0 ? decoded(encoded) : unescaped(encoded)) ?? ""
            } else {
                break
            }
            value = (value ?? "") + part
        }
        return value
    }

    /// `charset'language'text`.
    private static func decoded(_ text: String) -> String? {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, ["us-ascii", "utf-8"].contains(parts[0].lowercased()) else {
            return nil
        }
        return unescaped(parts[2])
    }

    private static func unescaped(_ text: some StringProtocol) -> String? {
        PercentEncoding.decode(text).map { String(decoding: $0, as: UTF8.self) }
    }
}

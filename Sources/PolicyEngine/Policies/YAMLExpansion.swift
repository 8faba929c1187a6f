/// How far the aliases of a YAML text could at worst multiply it.
///
/// The YAML parser compares keys as it goes, and a key may be an alias of a list of aliases of
/// lists; so a text that could grow beyond bounds is refused before it is parsed. Everything
/// that looks like an anchor or an alias counts, even inside of strings: that errs on the safe
/// side, and a text with only one of the two is never refused.
struct YAMLExpansion {
    private let bytes: Int
    private let anchors: Int
    private let aliases: Int

    init(_ text: String) {
        var (anchors, aliases, previous) = (0, 0, UInt8(0))
        for byte in text.utf8 {
            if byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") {
                if previous == UInt8(ascii: "&") { anchors += 1 }
                if previous == UInt8(ascii: "*") { aliases += 1 }
            }
            previous = byte
        }
        (bytes, self.anchors, self.aliases) = (text.utf8.count, anchors, aliases)
    }

    /// Refuses a text that could grow beyond sixteen times the bytes of the largest file.
    func check(against limits: ManifestLimits) throws(ManifestError) {
        guard anchors > 0, aliases > 0 else { return }
        let ceiling = Double(limits.maximumBytes) * 16
        let factor = 1 + Double(aliases) / Double(anchors)
        var worst = Double(bytes)
        for _ in 0..<anchors {
            worst *= factor
            guard worst <= ceiling else {
                throw ManifestError(problem: .tooManyValues(limit: limits.maximumValues))
            }
        }
    }
}

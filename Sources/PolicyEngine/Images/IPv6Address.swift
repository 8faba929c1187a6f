/// An IPv6 address, to write it in one way only.
struct IPv6Address: Hashable {
    private let groups: [UInt16]

    /// Reads RFC 4291 text: eight groups, `::` at most once, no IPv4 tail, no zone.
    init?(_ text: some StringProtocol) {
        let halves = Self.halves(of: Array(text.utf8))
        guard let halves, halves.count <= 2 else { return nil }
        let parsed = halves.map { $0.compactMap(Self.group) }
        guard zip(parsed, halves).allSatisfy({ $0.count == $1.count }) else { return nil }
        let known = parsed.reduce(0) { $0 + $1.count }
        if halves.count == 1 {
            guard known == 8 else { return nil }
            groups = parsed[0]
        } else {
            guard known <= 7 else { return nil }
            groups = parsed[0] + [UInt16](repeating: 0, count: 8 - known) + parsed[1]
        }
    }

    /// The groups before and after `::`; one list when there is none.
    private static func halves(of bytes: [UInt8]) -> [[ArraySlice<UInt8>]]? {
        let colon = UInt8(ascii: ":")
        var cuts: [Int] = []
        var index = 0
        while index + 1 < bytes.count {
            if bytes[index] == colon && bytes[index + 1] == colon {
                cuts.append(index)
                index += 1
            }
            index += 1
        }
        guard cuts.count <= 1 else { return nil }
        guard let cut = cuts.first else {
            return [bytes.split(separator: colon, omittingEmptySubsequences: false)]
        }
        return [bytes[..<cut], bytes[(cut + 2)...]]
            .map {
                $0.isEmpty ? [] : $0.split(separator: colon, omittingEmptySubsequences: false)
            }
    }

    private static func group(_ digits: ArraySlice<UInt8>) -> UInt16? {
        guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}

extension IPv6Address: CustomStringConvertible {
    /// RFC 5952: lower case, no leading zeros, the first longest run of zeros as `::`.
    var description: String {
        let zeros = longestZeroRun
        guard zeros.count >= 2 else { return Self.text(groups[...]) }
        return Self.text(groups[..<zeros.lowerBound]) + "::"
            + Self.text(groups[zeros.upperBound...])
    }

    private var longestZeroRun: Range<Int> {
        var best = 0..<0
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start > best.count { best = start..<index }
            start = index + 1
        }
        return best
    }

    private static func text(_ groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
}

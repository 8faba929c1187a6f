extension JSONScanner {
    /// A number, `true`, `false` or `null`; gives the position after it.
    @inline(__always)
    mutating func scanNumberOrLiteral(
        _ first: UInt8,
        at start: Int
    ) throws(JSONError) -> Int {
        let end = endOfDigits(from: start)
        let next = text.byte(at: end)
        // The integers that metadata has: short, without sign, zero first only when alone.
        let isShort = end &- start < 19 && (first != UInt8(ascii: "0") || end &- start == 1)
        if end > start, isShort, next != UInt8(ascii: "."), next | 0x20 != UInt8(ascii: "e") {
            tape.append(JSONTapeWord(.canonicalInteger, length: end &- start, offset: start))
            return end
        }
        return try scanUnusual(first, at: start)
    }

    @inline(never)
    private mutating func scanUnusual(_ first: UInt8, at start: Int) throws(JSONError) -> Int {
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try scanNumber(at: start)
        case UInt8(ascii: "t"): try scanLiteral("true", .true, at: start)
        case UInt8(ascii: "f"): try scanLiteral("false", .false, at: start)
        case UInt8(ascii: "n"): try scanLiteral("null", .null, at: start)
        default: throw text.unexpected(.value, at: start)
        }
    }

    private mutating func scanLiteral(
        _ literal: StaticString,
        _ kind: JSONTapeWord.Kind,
        at start: Int
    ) throws(JSONError) -> Int {
        let length = literal.utf8CodeUnitCount
        for offset in 0..<length {
            guard unsafe text.byte(at: start + offset) == literal.utf8Start[offset] else {
                throw text.unexpected(.value, at: start + offset)
            }
        }
        tape.append(JSONTapeWord(kind, length: length, offset: start))
        return start + length
    }

    private mutating func scanNumber(at start: Int) throws(JSONError) -> Int {
        let isNegative = text.byte(at: start) == UInt8(ascii: "-")
        let firstDigit = isNegative ? start + 1 : start
        var end = try skipDigits(from: firstDigit)
        let digits = end - firstDigit
        let isZeroFirst = text.byte(at: firstDigit) == UInt8(ascii: "0")
        if isZeroFirst && digits > 1 { throw .leadingZero(offset: firstDigit) }
        var kind = JSONTapeWord.Kind.canonicalInteger
        let next = text.byte(at: end)
        if next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") {
            end = try skipFractionAndExponent(from: end)
            kind = .decimal
        } else if digits >= 19 && integer(from: start, to: end) == nil {
            kind = .decimal
        } else if isNegative && isZeroFirst {
            kind = .integer
        }
        if kind != .canonicalInteger { violations += 1 }
        tape.append(JSONTapeWord(kind, length: end - start, offset: start))
        return end
    }

    @inline(__always)
    func endOfDigits(from start: Int) -> Int {
        var end = start
        while end &+ 8 <= text.count {
            // Sets the top bit of each byte that is no digit; the lowest one set is right.
            let digits = text.load(at: end) ^ 0x3030_3030_3030_3030
            let others = (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
            if others != 0 { return end &+ others.trailingZeroBitCount >> 3 }
            end &+= 8
        }
        while text.byte(at: end) &- UInt8(ascii: "0") < 10 { end &+= 1 }
        return end
    }

    private func skipDigits(from start: Int) throws(JSONError) -> Int {
        let end = endOfDigits(from: start)
        if end == start { throw text.unexpected(.digit, at: start) }
        return end
    }

    private func skipFractionAndExponent(from start: Int) throws(JSONError) -> Int {
        var end = start
        if text.byte(at: end) == UInt8(ascii: ".") { end = try skipDigits(from: end + 1) }
        if text.byte(at: end) | 0x20 == UInt8(ascii: "e") {
            let sign = text.byte(at: end + 1)
            let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
            end = try skipDigits(from: isSigned ? end + 2 : end + 1)
        }
        return end
    }

    private func integer(from start: Int, to end: Int) -> Int? {
        let digits = unsafe UnsafeBufferPointer(start: text.base + start, count: end - start)
        return unsafe Int(String(decoding: digits, as: UTF8.self))
    }
}

extension JSONScanner {
    @inline(__always)
    mutating func scanNumberOrLiteral() throws(JSONError) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try scanNumber()
        case UInt8(ascii: "t"): try scanLiteral("true", .true)
        case UInt8(ascii: "f"): try scanLiteral("false", .false)
        case UInt8(ascii: "n"): try scanLiteral("null", .null)
        default: throw unexpected(.value)
        }
    }

    private mutating func scanLiteral(
        _ text: StaticString,
        _ kind: JSONTapeWord.Kind
    ) throws(JSONError) {
        let start = position
        for offset in 0..<text.utf8CodeUnitCount {
            guard unsafe byte == text.utf8Start[offset] else { throw unexpected(.value) }
            position += 1
        }
        tape.append(JSONTapeWord(kind, length: position - start, offset: start))
    }

    @inline(__always)
    private mutating func scanNumber() throws(JSONError) {
        let start = position
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { position &+= 1 }
        let firstDigit = position
        try skipDigits()
        let digits = position &- firstDigit
        let isZeroFirst = unsafe base[firstDigit] == UInt8(ascii: "0")
        if isZeroFirst && digits > 1 { throw .leadingZero(offset: firstDigit) }
        var kind = JSONTapeWord.Kind.canonicalInteger
        if byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
            try skipFractionAndExponent()
            kind = .decimal
        } else if digits >= 19 && integer(from: start, to: position) == nil {
            kind = .decimal
        } else if isNegative && isZeroFirst {
            kind = .integer
        }
        if kind != .canonicalInteger { violations &+= 1 }
        tape.append(JSONTapeWord(kind, length: position &- start, offset: start))
    }

    @inline(__always)
    private mutating func skipDigits() throws(JSONError) {
        let start = position
        while byte &- UInt8(ascii: "0") < 10 { position &+= 1 }
        if position == start { throw unexpected(.digit) }
    }

    private mutating func skipFractionAndExponent() throws(JSONError) {
        if byte == UInt8(ascii: ".") {
            position += 1
            try skipDigits()
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            position += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            try skipDigits()
        }
    }

    private func integer(from start: Int, to end: Int) -> Int? {
        let text = unsafe UnsafeBufferPointer(start: base + start, count: end - start)
        return unsafe Int(String(decoding: text, as: UTF8.self))
    }
}

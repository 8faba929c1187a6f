extension JSONScanner {
    /// The word of the string that starts here.
    @inline(__always)
    mutating func scanString(at position: Int) throws(JSONError) -> JSONTapeWord {
        let start = position &+ 1
        let end = text.plainEnd(from: start)
        if text.byte(at: end) == UInt8(ascii: "\"") {
            return JSONTapeWord(.plainString, length: end &- start, offset: start)
        }
        return try scanUnusualString(from: start, plainUpTo: end)
    }

    /// With escapes, with characters that are not ASCII, or wrong.
    @inline(never)
    private mutating func scanUnusualString(
        from start: Int,
        plainUpTo end: Int
    ) throws(JSONError) -> JSONTapeWord {
        var index = end
        var kind = JSONTapeWord.Kind.plainString
        while true {
            guard index < count else { throw text.unexpected(.closingQuote, at: count) }
            let byte = unsafe base[index]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                index = try escapeEnd(from: index, &kind)
            } else if byte >= 0x80 {
                index = try characterEnd(from: index)
            } else {
                throw .controlCharacter(offset: index, found: byte)
            }
            index = text.plainEnd(from: index)
        }
        if kind == .escapedString { violations &+= 1 }
        return JSONTapeWord(kind, length: index &- start, offset: start)
    }

    private var base: UnsafePointer<UInt8> { unsafe text.base }
    private var count: Int { text.count }

    /// The offset after the escape at `start`.
    @inline(never)
    private func escapeEnd(
        from start: Int,
        _ kind: inout JSONTapeWord.Kind
    ) throws(JSONError) -> Int {
        guard start + 1 < count else { throw text.unexpected(.escape, at: count) }
        switch unsafe base[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            if kind == .plainString { kind = .canonicalString }
            return start + 2
        case UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            kind = .escapedString
            return start + 2
        case UInt8(ascii: "u"):
            kind = .escapedString
            return try unicodeEscapeEnd(from: start)
        default:
            throw text.unexpected(.escape, at: start + 1)
        }
    }

    private func unicodeEscapeEnd(from start: Int) throws(JSONError) -> Int {
        let unit = try hexDigits(at: start + 2)
        guard unit & 0xF800 == 0xD800 else { return start + 6 }
        guard
            unit < 0xDC00, start + 7 < count, unsafe base[start + 6] == UInt8(ascii: "\\"),
            unsafe base[start + 7] == UInt8(ascii: "u")
        else { throw .loneSurrogate(offset: start) }
        guard try hexDigits(at: start + 8) & 0xFC00 == 0xDC00 else {
            throw .loneSurrogate(offset: start)
        }
        return start + 12
    }

    private func hexDigits(at start: Int) throws(JSONError) -> Int {
        var value = 0
        for offset in start..<start + 4 {
            guard offset < count, let digit = unsafe Hex.value(of: base[offset]) else {
                throw text.unexpected(.hexDigit, at: offset)
            }
            value = value << 4 | Int(digit)
        }
        return value
    }

    /// The offset after the character of two to four bytes at `start` (Unicode table 3-7).
    @inline(__always)
    private func characterEnd(from start: Int) throws(JSONError) -> Int {
        let first = unsafe base[start]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: throw .invalidUTF8(offset: start, found: first)
        }
        for offset in start &+ 1..<start &+ length {
            guard offset < count else { throw text.unexpected(.closingQuote, at: count) }
            let byte = unsafe base[offset]
            guard second.contains(byte) else { throw .invalidUTF8(offset: offset, found: byte) }
            second = 0x80...0xBF
        }
        return start &+ length
    }
}

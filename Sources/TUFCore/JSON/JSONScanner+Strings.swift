extension JSONScanner {
    /// The word of the string that starts here; the position is after it then.
    @inline(__always)
    mutating func scanString() throws(JSONError) -> JSONTapeWord {
        let start = position &+ 1
        var index = start
        var kind = JSONTapeWord.Kind.plainString
        while true {
            index = plainEnd(from: index)
            guard index < count else { throw unexpected(.closingQuote, at: count) }
            let byte = unsafe base[index]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                index = try escapeEnd(from: index, &kind)
            } else if byte >= 0x80 {
                index = try characterEnd(from: index)
            } else {
                throw .controlCharacter(offset: index, found: byte)
            }
        }
        if kind == .escapedString { violations &+= 1 }
        position = index &+ 1
        return JSONTapeWord(kind, length: index &- start, offset: start)
    }

    /// The offset of the first byte that is not plain ASCII of a string, eight bytes at a time.
    @inline(__always)
    private func plainEnd(from start: Int) -> Int {
        var index = start
        while index &+ 32 <= count {
            let lower = Self.suspects(in: load(at: index)) | Self.suspects(in: load(at: index &+ 8))
            let upper =
                Self.suspects(in: load(at: index &+ 16)) | Self.suspects(in: load(at: index &+ 24))
            if (lower | upper) & 0x8080_8080_8080_8080 != 0 { break }
            index &+= 32
        }
        while index &+ 8 <= count {
            let special = Self.specialBytes(of: load(at: index))
            if special != 0 { return index &+ special.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < count {
            let byte = unsafe base[index]
            if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { break }
            index &+= 1
        }
        return index
    }

    /// Sets the top bit of bytes that are quotes, backslashes, control characters or not ASCII.
    ///
    /// The lowest bit set is right; above it, a borrow can set bits too many.
    @inline(__always)
    private static func specialBytes(of word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = (word ^ (ones &* 0x22)) &- ones
        let backslashes = (word ^ (ones &* 0x5C)) &- ones
        let controls = word &- ones &* 0x20
        return (quotes | backslashes | controls | word) & (ones &* 0x80)
    }

    /// Sets no top bit when no byte is special; may set one for spaces and exclamation marks.
    @inline(__always)
    private static func suspects(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        return ((word ^ (ones &* 0x5C)) &- ones) | (word &- ones &* 0x23) | word
    }

    /// The offset after the escape at `start`.
    @inline(never)
    private func escapeEnd(
        from start: Int,
        _ kind: inout JSONTapeWord.Kind
    ) throws(JSONError) -> Int {
        guard start + 1 < count else { throw unexpected(.escape, at: count) }
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
            throw unexpected(.escape, at: start + 1)
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
                throw unexpected(.hexDigit, at: offset)
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
            guard offset < count else { throw unexpected(.closingQuote, at: count) }
            let byte = unsafe base[offset]
            guard second.contains(byte) else { throw .invalidUTF8(offset: offset, found: byte) }
            second = 0x80...0xBF
        }
        return start &+ length
    }
}

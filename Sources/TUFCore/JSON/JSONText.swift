/// The bytes that a scanner reads, as a value of two words.
///
/// Every function is given the position and gives the new one back: kept in a field, it would be
/// written to memory and read again at each token, which costs more than looking at the token.
@safe
struct JSONText {
    let base: UnsafePointer<UInt8>
    let count: Int

    /// The byte at a position; at the end zero, which fits the grammar nowhere.
    @inline(__always)
    func byte(at position: Int) -> UInt8 {
        position < count ? unsafe base[position] : 0
    }

    /// Eight bytes, the first one lowest; the caller knows that they are there.
    @inline(__always)
    func load(at position: Int) -> UInt64 {
        unsafe UnsafeRawPointer(base).loadUnaligned(fromByteOffset: position, as: UInt64.self)
            .littleEndian
    }

    /// The first position that holds no whitespace.
    @inline(__always)
    func skipWhitespace(from position: Int) -> Int {
        guard position < count, unsafe base[position] <= 0x20 else { return position }
        // Between a name and its value there is one space.
        if position &+ 1 < count, unsafe base[position] == 0x20, unsafe base[position &+ 1] > 0x20 {
            return position &+ 1
        }
        return endOfWhitespace(from: position)
    }

    /// Indented text has long runs of spaces: eight bytes at a time.
    @inline(__always)
    private func endOfWhitespace(from start: Int) -> Int {
        var position = start
        while position &+ 8 <= count {
            let others = load(at: position) ^ 0x2020_2020_2020_2020
            if others == 0 {
                position &+= 8
                continue
            }
            position &+= others.trailingZeroBitCount >> 3
            guard Self.isWhitespace(unsafe base[position]) else { return position }
            position &+= 1
        }
        while position < count, unsafe Self.isWhitespace(base[position]) { position &+= 1 }
        return position
    }

    @inline(__always)
    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// The offset of the first byte that is not plain ASCII of a string.
    @inline(__always)
    func plainEnd(from start: Int) -> Int {
        var index = start
        while index &+ 16 <= count {
            if special(at: index) != Self.none {
                let first = Self.specialBytes(of: load(at: index))
                if first != 0 { return index &+ first.trailingZeroBitCount >> 3 }
                let second = Self.specialBytes(of: load(at: index &+ 8))
                return index &+ 8 &+ second.trailingZeroBitCount >> 3
            }
            index &+= 16
        }
        while index < count {
            let byte = unsafe base[index]
            if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { break }
            index &+= 1
        }
        return index
    }

    /// Whether a string goes on with so many bytes of plain ASCII and ends there.
    @inline(__always)
    func isPlain(from start: Int, count length: Int) -> Bool {
        let end = start &+ length
        guard end < count, unsafe base[end] == 0x22 else { return false }
        guard length >= 16 else { return plainEnd(from: start) == end }
        // The last sixteen may be looked at twice: cheaper than a loop over single bytes.
        let last = end &- 16
        var special = special(at: last)
        var index = start
        while index < last {
            special |= self.special(at: index)
            index &+= 16
        }
        return special == Self.none
    }

    private static let topBits: UInt64 = 0x8080_8080_8080_8080

    /// Sets the top bit of bytes that are quotes, backslashes, control characters or not ASCII.
    ///
    /// The lowest bit set is right; above it, a borrow can set bits too many.
    @inline(__always)
    private static func specialBytes(of word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = (word ^ (ones &* 0x22)) &- ones
        let backslashes = (word ^ (ones &* 0x5C)) &- ones
        let controls = word &- ones &* 0x20
        return (quotes | backslashes | controls | word) & topBits
    }

    private static var none: SIMD2<UInt64> { SIMD2(repeating: 0) }

    /// Sets bits where one of sixteen bytes is a quote, a backslash, a control character or not
    /// ASCII; the caller knows that they are there.
    ///
    /// As whole words, since Swift asks a mask whether any of it is set by a call.
    @inline(__always)
    private func special(at position: Int) -> SIMD2<UInt64> {
        let bytes = unsafe UnsafeRawPointer(base)
            .loadUnaligned(fromByteOffset: position, as: SIMD16<Int8>.self)
        // Without the type of each operand the compiler takes the generic operators, and loops.
        let special =
            (bytes .< SIMD16<Int8>(repeating: 0x20)) .| (bytes .== SIMD16<Int8>(repeating: 0x22))
            .| (bytes .== SIMD16<Int8>(repeating: 0x5C))
        return unsafe unsafeBitCast(special, to: SIMD2<UInt64>.self)
    }

    /// Whether the bytes at two positions, the second one later, are the same.
    @inline(__always)
    func isEqual(at first: Int, _ second: Int, count length: Int) -> Bool {
        guard second &+ length <= count else { return false }
        guard length >= 8 else { return isEqualShort(at: first, second, count: length) }
        // The last eight may have been compared before: cheaper than a loop over single bytes.
        let last = length &- 8
        var difference = load(at: first &+ last) ^ load(at: second &+ last)
        var offset = 0
        while offset < last {
            difference |= load(at: first &+ offset) ^ load(at: second &+ offset)
            offset &+= 8
        }
        return difference == 0
    }

    @inline(__always)
    private func isEqualShort(at first: Int, _ second: Int, count length: Int) -> Bool {
        if second &+ 8 <= count {
            let difference = load(at: first) ^ load(at: second)
            return difference & (1 &<< UInt64(truncatingIfNeeded: 8 &* length) &- 1) == 0
        }
        var offset = 0
        while offset < length {
            guard unsafe base[first &+ offset] == base[second &+ offset] else { return false }
            offset &+= 1
        }
        return true
    }

    /// What is wrong at a position where something else was expected.
    @inline(never)
    func unexpected(_ expected: JSONError.Expectation, at offset: Int) -> JSONError {
        offset < count
            ? unsafe .unexpectedByte(offset: offset, found: base[offset], expected: expected)
            : .unexpectedEnd(offset: offset, expected: expected)
    }
}

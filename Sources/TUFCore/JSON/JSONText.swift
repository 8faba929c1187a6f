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
    ///
    /// Names are short, so the first eight bytes are looked at alone, and then two words at a time.
    @inline(__always)
    func plainEnd(from start: Int) -> Int {
        var index = start
        if index &+ 8 <= count {
            let special = Self.specialBytes(of: load(at: index))
            if special != 0 { return index &+ special.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index &+ 16 <= count {
            let (first, second) = (load(at: index), load(at: index &+ 8))
            if (Self.suspects(in: first) | Self.suspects(in: second)) & Self.topBits != 0 {
                let special = Self.specialBytes(of: first)
                if special != 0 { return index &+ special.trailingZeroBitCount >> 3 }
                let later = Self.specialBytes(of: second)
                if later != 0 { return index &+ 8 &+ later.trailingZeroBitCount >> 3 }
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

    /// Sets no top bit when no byte is special; may set one for spaces and exclamation marks.
    @inline(__always)
    private static func suspects(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        return ((word ^ (ones &* 0x5C)) &- ones) | (word &- ones &* 0x23) | word
    }

    /// Whether the bytes at two positions, the second one later, are the same.
    @inline(__always)
    func isEqual(at first: Int, _ second: Int, count length: Int) -> Bool {
        guard second &+ length <= count else { return false }
        var offset = 0
        while offset &+ 8 <= length {
            guard load(at: first &+ offset) == load(at: second &+ offset) else { return false }
            offset &+= 8
        }
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

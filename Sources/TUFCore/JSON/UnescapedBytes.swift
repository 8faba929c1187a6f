/// The bytes that the content of a JSON string stands for, without building them in memory.
///
/// The content has been checked by the scanner, so every escape is whole and every surrogate
/// has its other half.
@safe
struct UnescapedBytes {
    private let base: UnsafePointer<UInt8>
    private let end: Int
    private var position: Int
    /// What is left of a character that an escape gave, lowest byte first.
    private var pending: UInt32 = 0

    @inline(__always)
    init(_ base: UnsafePointer<UInt8>, _ word: JSONTapeWord) {
        unsafe self.base = unsafe base
        position = word.offset
        end = word.offset + word.length
    }

    @inline(__always)
    mutating func next() -> UInt8? {
        // No byte of a longer character is zero, and a character of one byte is never pending.
        if pending != 0 {
            defer { pending >>= 8 }
            return UInt8(truncatingIfNeeded: pending)
        }
        guard position < end else { return nil }
        let byte = unsafe base[position]
        position += 1
        return byte == UInt8(ascii: "\\") ? escape() : byte
    }

    private mutating func escape() -> UInt8 {
        let letter = unsafe base[position]
        position += 1
        switch letter {
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"): return character()
        default: return letter
        }
    }

    /// The first byte of the character after `\u`; the others become pending.
    private mutating func character() -> UInt8 {
        var scalar = hexDigits()
        if scalar & 0xFC00 == 0xD800 {
            position += 2
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + hexDigits() & 0x3FF
        }
        switch scalar {
        case 0..<0x80:
            return UInt8(truncatingIfNeeded: scalar)
        case 0x80..<0x800:
            pending = 0x80 | scalar & 0x3F
            return UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
        case 0x800..<0x10000:
            pending = 0x80 | scalar >> 6 & 0x3F | (0x80 | scalar & 0x3F) << 8
            return UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
        default:
            pending =
                0x80 | scalar >> 12 & 0x3F | (0x80 | scalar >> 6 & 0x3F) << 8
                | (0x80 | scalar & 0x3F) << 16
            return UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
        }
    }

    private mutating func hexDigits() -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let digit = unsafe Hex.value(of: base[position]) ?? 0
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}

extension UnescapedBytes {
    /// Orders the contents of two strings by the bytes that they stand for.
    @inline(__always)
    static func compare(
        _ left: JSONTapeWord,
        _ right: JSONTapeWord,
        in base: UnsafePointer<UInt8>
    ) -> Int {
        if left.isKind(.plainString), right.isKind(.plainString) {
            return unsafe ByteOrder.compare(
                base + left.offset,
                left.length,
                base + right.offset,
                right.length
            )
        }
        return unsafe compareEscaped(left, right, in: base)
    }

    @inline(never)
    private static func compareEscaped(
        _ left: JSONTapeWord,
        _ right: JSONTapeWord,
        in base: UnsafePointer<UInt8>
    ) -> Int {
        var leftBytes = unsafe UnescapedBytes(base, left)
        var rightBytes = unsafe UnescapedBytes(base, right)
        while true {
            switch (leftBytes.next(), rightBytes.next()) {
            case (nil, nil): return 0
            case (nil, _): return -1
            case (_, nil): return 1
            case (let leftByte?, let rightByte?):
                if leftByte != rightByte { return leftByte < rightByte ? -1 : 1 }
            }
        }
    }

    /// All the bytes that the content of `word` stands for.
    static func all(of word: JSONTapeWord, in base: UnsafePointer<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(word.length)
        var unescaped = unsafe UnescapedBytes(base, word)
        while let byte = unescaped.next() { bytes.append(byte) }
        return bytes
    }
}

/// Hexadecimal text of bytes.
public enum Hex {
    /// Writes two lower-case digits for each byte.
    public static func encode(_ bytes: [UInt8]) -> String {
        unsafe String(unsafeUninitializedCapacity: bytes.count * 2) { output in
            for (position, byte) in bytes.enumerated() {
                unsafe output[2 * position] = digit(byte >> 4)
                unsafe output[2 * position + 1] = digit(byte & 0x0F)
            }
            return bytes.count * 2
        }
    }

    @inline(__always)
    private static func digit(_ value: UInt8) -> UInt8 { (value < 10 ? 0x30 : 0x57) + value }

    /// Reads digits of either case, two for each byte; `nil` when `text` is anything else.
    public static func decode(_ text: String) -> [UInt8]? {
        decode(utf8: text.utf8)
    }

    package static func decode(utf8 text: some Collection<UInt8>) -> [UInt8]? {
        if let decoded = text.withContiguousStorageIfAvailable({ unsafe decode($0) }) {
            return decoded
        }
        return unsafe Array(text).withUnsafeBufferPointer { unsafe decode($0) }
    }

    private static func decode(_ digits: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var areDigits = true
        let capacity = digits.count / 2
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            for position in 0..<capacity {
                let high = unsafe values[Int(digits[2 * position])]
                let low = unsafe values[Int(digits[2 * position + 1])]
                if high | low > 0xF { areDigits = false }
                unsafe output[position] = high << 4 | low
            }
            count = capacity
        }
        return areDigits ? bytes : nil
    }

    /// The value of each byte as a digit; 255 for those that are none.
    private static let values: [UInt8] = (0...255).map { value(of: UInt8($0)) ?? 0xFF }

    /// The value of one digit, or `nil` when `digit` is none.
    @inline(__always)
    static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x61 + 10
        case 0x41...0x46: digit - 0x41 + 10
        default: nil
        }
    }
}

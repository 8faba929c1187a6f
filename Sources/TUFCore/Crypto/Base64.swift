/// Base64 with the standard alphabet and padding (RFC 4648 section 4).
public enum Base64 {
    /// Writes `bytes` without line breaks.
    public static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let left = min(3, bytes.count - index)
            var group = UInt32(bytes[index]) << 16
            if left > 1 { group |= UInt32(bytes[index + 1]) << 8 }
            if left > 2 { group |= UInt32(bytes[index + 2]) }
            text.append(alphabet[Int(group >> 18)])
            text.append(alphabet[Int(group >> 12 & 63)])
            text.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : padding)
            text.append(left > 2 ? alphabet[Int(group & 63)] : padding)
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads `text`; `nil` unless it is exactly what an encoder writes.
    ///
    /// Line breaks are passed over, as Go does, since Notary's files went through Go. Other
    /// whitespace, missing padding and bits left over after the last byte are refused, so that
    /// two different texts cannot mean the same bytes but for line breaks.
    public static func decode(_ text: String) -> [UInt8]? {
        decode(utf8: text.utf8)
    }

    package static func decode(utf8 text: some Collection<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        var digits = 0
        var paddings = 0
        for character in text where character != 0x0A && character != 0x0D {
            if character == padding {
                paddings += 1
                continue
            }
            let value = values[Int(character)]
            guard paddings == 0, value < 64 else { return nil }
            group = group << 6 | UInt32(value)
            digits += 1
            if digits == 4 {
                bytes.append(UInt8(group >> 16))
                bytes.append(UInt8(group >> 8 & 0xFF))
                bytes.append(UInt8(group & 0xFF))
                (group, digits) = (0, 0)
            }
        }
        return appendRest(of: group, digits: digits, paddings: paddings, to: &bytes) ? bytes : nil
    }

    /// Appends the one or two bytes of a padded group; `false` when it is malformed.
    private static func appendRest(
        of group: UInt32,
        digits: Int,
        paddings: Int,
        to bytes: inout [UInt8]
    ) -> Bool {
        switch (digits, paddings) {
        case (0, 0):
            return true
        case (2, 2) where group & 0x0F == 0:
            bytes.append(UInt8(group >> 4))
            return true
        case (3, 1) where group & 0x03 == 0:
            bytes.append(UInt8(group >> 10))
            bytes.append(UInt8(group >> 2 & 0xFF))
            return true
        default:
            return false
        }
    }

    /// Whether all bytes are of the alphabet.
    static func areDigits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 16, let start = text.baseAddress else {
            return unsafe text.allSatisfy { values[Int($0)] < 64 }
        }
        let base = unsafe UnsafeRawPointer(start)
        let last = text.count - 16
        var areDigits = unsafe areSixteenDigits(at: base + last)
        var position = 0
        while position < last {
            areDigits = unsafe areSixteenDigits(at: base + position) && areDigits
            position += 16
        }
        return areDigits
    }

    @inline(__always)
    private static func areSixteenDigits(at start: UnsafeRawPointer) -> Bool {
        let text = unsafe start.loadUnaligned(as: SIMD16<UInt8>.self)
        let letters =
            ((text | SIMD16(repeating: 0x20)) &- SIMD16<UInt8>(repeating: 0x61))
            .< SIMD16<UInt8>(repeating: 26)
        // The slash stands before the figures.
        let figures = (text &- SIMD16<UInt8>(repeating: 0x2F)) .< SIMD16<UInt8>(repeating: 11)
        let digits = letters .| figures .| (text .== SIMD16<UInt8>(repeating: 0x2B))
        return unsafe unsafeBitCast(digits, to: SIMD2<UInt64>.self)
            == SIMD2(repeating: UInt64.max)
    }

    private static let padding = UInt8(ascii: "=")
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()
}

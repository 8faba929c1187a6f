/// Writes the little of DER (X.690) that keys and signatures need.
enum DERWriter {
    /// One element.
    static func element(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
        let count = content.count
        var bytes = [tag]
        if count < 0x80 {
            bytes.append(UInt8(count))
        } else {
            let lengthBytes = (Int.bitWidth - count.leadingZeroBitCount + 7) / 8
            bytes.append(0x80 | UInt8(lengthBytes))
            for index in (0..<lengthBytes).reversed() {
                bytes.append(UInt8(truncatingIfNeeded: count >> (index * 8)))
            }
        }
        return bytes + content
    }

    /// A sequence of elements.
    static func sequence(_ elements: [UInt8]...) -> [UInt8] {
        element(0x30, elements.joined())
    }

    /// An integer, zero or positive, given by its bytes in big-endian order.
    static func integer(_ magnitude: some Collection<UInt8>) -> [UInt8] {
        let digits = Array(magnitude.drop { $0 == 0 })
        return element(0x02, (digits.first ?? 0x80) >= 0x80 ? [0] + digits : digits)
    }
}

/// Reads the fields of a protobuf message one after another.
package struct WireReader {
    private var rest: ArraySlice<UInt8>

    package init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The next field; nil at the end of the message.
    ///
    /// - Throws: ``WireError``.
    package mutating func next() throws(WireError) -> WireField? {
        guard !rest.isEmpty else { return nil }
        let tag = try number()
        guard let number = Int(exactly: tag >> 3), (1..<1 << 29).contains(number) else {
            throw .fieldNumber(tag >> 3)
        }
        return WireField(number: number, value: try value(ofType: Int(tag & 7)))
    }

    private mutating func value(ofType type: Int) throws(WireError) -> WireValue {
        switch type {
        case 0:
            return .number(try number())
        case 1:
            _ = try bytes(8)
            return .fixed
        case 2:
            return .bytes(try bytes(try number()))
        case 5:
            _ = try bytes(4)
            return .fixed
        default:
            throw .wireType(type)
        }
    }

    private mutating func number() throws(WireError) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: 0, to: 70, by: 7) {
            guard let byte = rest.popFirst() else { throw .truncated }
            guard shift < 63 || byte <= 1 else { throw .numberTooLarge }
            number |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte < 0x80 { return number }
        }
        throw .numberTooLarge
    }

    private mutating func bytes(_ count: UInt64) throws(WireError) -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw .truncated }
        defer { rest = rest.dropFirst(Int(count)) }
        return rest.prefix(Int(count))
    }
}

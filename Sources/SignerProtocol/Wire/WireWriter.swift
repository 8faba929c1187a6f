/// Writes the fields of a protobuf message, in the order of the calls.
///
/// As proto3 has it, a field that holds its default is left out; a message that is there is
/// written even when it is empty.
package struct WireWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Writes a text.
    package mutating func write(_ text: String, field: Int) {
        write(Array(text.utf8), field: field)
    }

    /// Writes bytes.
    package mutating func write(_ value: [UInt8], field: Int) {
        guard !value.isEmpty else { return }
        writeDelimited(value, field: field)
    }

    /// Writes a number.
    package mutating func write(_ number: UInt64, field: Int) {
        guard number != 0 else { return }
        append(UInt64(field) << 3)
        append(number)
    }

    /// Writes a message, unless there is none.
    package mutating func write<Message: WireMessage>(_ message: Message?, field: Int) {
        guard let message else { return }
        writeDelimited(message.serialized, field: field)
    }

    private mutating func writeDelimited(_ value: [UInt8], field: Int) {
        append(UInt64(field) << 3 | 2)
        append(UInt64(value.count))
        bytes += value
    }

    private mutating func append(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

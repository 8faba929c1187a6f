/// One field of a message as it was read.
package struct WireField: Hashable, Sendable {
    package let number: Int
    package let value: WireValue

    package init(number: Int, value: WireValue) {
        self.number = number
        self.value = value
    }
}

/// Each of these leaves the target alone when the field is of another kind, as protobuf's own
/// implementations do: it is then a field that the reader does not know.
extension WireField {
    /// Takes a text.
    ///
    /// - Throws: ``WireError/notUTF8(field:)``.
    package func read(into target: inout String) throws(WireError) {
        guard case .bytes(let bytes) = value else { return }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .notUTF8(field: number)
        }
        target = text
    }

    /// Takes bytes.
    package func read(into target: inout [UInt8]) {
        guard case .bytes(let bytes) = value else { return }
        target = Array(bytes)
    }

    /// Takes a number.
    package func read(into target: inout UInt64) {
        guard case .number(let number) = value else { return }
        target = number
    }

    /// Takes a message; one that stands there twice is the sum of both.
    ///
    /// - Throws: ``WireError``.
    package func read<Message: WireMessage>(into target: inout Message?) throws(WireError) {
        guard case .bytes(let bytes) = value else { return }
        var message = target ?? Message()
        try message.merge(bytes)
        target = message
    }
}

/// A protobuf message of the protocol.
///
/// Contract: a message made by `init()` has every field at its default, ``read(_:)`` passes over
/// fields it does not know, and ``write(to:)`` writes fields in the order of their numbers.
package protocol WireMessage: Hashable, Sendable {
    init()

    /// Takes one field.
    ///
    /// - Throws: ``WireError``.
    mutating func read(_ field: WireField) throws(WireError)

    /// Writes the fields.
    func write(to writer: inout WireWriter)
}

extension WireMessage {
    /// A message from its bytes.
    ///
    /// - Throws: ``WireError``.
    package init(serialized bytes: [UInt8]) throws(WireError) {
        self.init()
        try merge(bytes[...])
    }

    /// The bytes of the message.
    package var serialized: [UInt8] {
        var writer = WireWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Takes all fields of a serialized message.
    ///
    /// - Throws: ``WireError``.
    package mutating func merge(_ bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = WireReader(bytes)
        while let field = try reader.next() {
            try read(field)
        }
    }
}

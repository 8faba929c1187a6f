/// Names a key (`proto.KeyID`).
package struct KeyReference: WireMessage {
    /// The key's id in hexadecimal digits.
    package var id = ""

    package init() {}

    package init(id: String) {
        self.id = id
    }

    package mutating func read(_ field: WireField) throws(WireError) {
        if field.number == 1 { try field.read(into: &id) }
    }

    package func write(to writer: inout WireWriter) {
        writer.write(id, field: 1)
    }
}

/// Asks for a signature (`proto.SignatureRequest`).
package struct SignatureRequest: WireMessage {
    /// The key to sign with; the original dies of a request without one.
    package var keyID: KeyReference?
    /// The whole message, not a hash of it.
    package var content: [UInt8] = []

    package init() {}

    package init(keyID: KeyReference, content: [UInt8]) {
        self.keyID = keyID
        self.content = content
    }

    package mutating func read(_ field: WireField) throws(WireError) {
        switch field.number {
        case 1: try field.read(into: &keyID)
        case 2: field.read(into: &content)
        default: break
        }
    }

    package func write(to writer: inout WireWriter) {
        writer.write(keyID, field: 1)
        writer.write(content, field: 2)
    }
}

/// The public side of a key that was asked for (`proto.PublicKey`).
package struct CreatedKey: WireMessage {
    package var keyInfo: KeyInfo?
    /// The key in Notary's form: SubjectPublicKeyInfo, or 32 raw bytes of Ed25519.
    package var publicKey: [UInt8] = []

    package init() {}

    package init(keyInfo: KeyInfo, publicKey: [UInt8]) {
        self.keyInfo = keyInfo
        self.publicKey = publicKey
    }

    package mutating func read(_ field: WireField) throws(WireError) {
        switch field.number {
        case 1: try field.read(into: &keyInfo)
        case 2: field.read(into: &publicKey)
        default: break
        }
    }

    package func write(to writer: inout WireWriter) {
        writer.write(keyInfo, field: 1)
        writer.write(publicKey, field: 2)
    }
}

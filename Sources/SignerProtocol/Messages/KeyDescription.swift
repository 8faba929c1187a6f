/// What a signer says of a key it holds (`proto.GetKeyInfoResponse`).
package struct KeyDescription: WireMessage {
    package var keyInfo: KeyInfo?
    /// The key in Notary's form: SubjectPublicKeyInfo, or 32 raw bytes of Ed25519.
    package var publicKey: [UInt8] = []
    /// The role it was made for.
    package var role = ""

    package init() {}

    package init(keyInfo: KeyInfo, publicKey: [UInt8], role: String) {
        self.keyInfo = keyInfo
        self.publicKey = publicKey
        self.role = role
    }

    package mutating func read(_ field: WireField) throws(WireError) {
        switch field.number {
        case 1: try field.read(into: &keyInfo)
        case 2: field.read(into: &publicKey)
        case 3: try field.read(into: &role)
        default: break
        }
    }

    package func write(to writer: inout WireWriter) {
        writer.write(keyInfo, field: 1)
        writer.write(publicKey, field: 2)
        writer.write(role, field: 3)
    }
}

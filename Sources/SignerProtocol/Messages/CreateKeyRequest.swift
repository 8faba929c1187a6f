/// Asks for a key (`proto.CreateKeyRequest`).
package struct CreateKeyRequest: WireMessage {
    /// `ecdsa` or `ed25519`.
    package var algorithm = ""
    /// The repository it is for.
    package var gun = ""
    /// The role it is for.
    package var role = ""

    package init() {}

    package init(algorithm: String, gun: String, role: String) {
        self.algorithm = algorithm
        self.gun = gun
        self.role = role
    }

    package mutating func read(_ field: WireField) throws(WireError) {
        switch field.number {
        case 1: try field.read(into: &algorithm)
        case 2: try field.read(into: &gun)
        case 3: try field.read(into: &role)
        default: break
        }
    }

    package func write(to writer: inout WireWriter) {
        writer.write(algorithm, field: 1)
        writer.write(gun, field: 2)
        writer.write(role, field: 3)
    }
}

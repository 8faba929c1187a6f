/// A key's id and algorithm (`proto.KeyInfo`).
package struct KeyInfo: WireMessage {
    package var keyID: KeyReference?
    package var algorithm: AlgorithmName?

    package init() {}

    package init(id: String, algorithm: String) {
        keyID = KeyReference(id: id)
        self.algorithm = AlgorithmName(name: algorithm)
    }

    package mutating func read(_ field: WireField) throws(WireError) {
        switch field.number {
        case 1: try field.read(into: &keyID)
        case 2: try field.read(into: &algorithm)
        default: break
        }
    }

    package func write(to writer: inout WireWriter) {
        writer.write(keyID, field: 1)
        writer.write(algorithm, field: 2)
    }
}

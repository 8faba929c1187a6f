/// Names the algorithm of a key or a signature (`proto.Algorithm`).
package struct AlgorithmName: WireMessage {
    /// `ecdsa`, `ed25519`; of a signature `ecdsa`, `eddsa`.
    package var name = ""

    package init() {}

    package init(name: String) {
        self.name = name
    }

    package mutating func read(_ field: WireField) throws(WireError) {
        if field.number == 1 { try field.read(into: &name) }
    }

    package func write(to writer: inout WireWriter) {
        writer.write(name, field: 1)
    }
}

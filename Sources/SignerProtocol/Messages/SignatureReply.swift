/// A signature (`proto.Signature`).
package struct SignatureReply: WireMessage {
    package var keyInfo: KeyInfo?
    /// `ecdsa` or `eddsa`.
    package var algorithm: AlgorithmName?
    /// 64 bytes: r and s of ECDSA, or an Ed25519 signature.
    package var content: [UInt8] = []

    package init() {}

    package init(keyInfo: KeyInfo, algorithm: AlgorithmName, content: [UInt8]) {
        self.keyInfo = keyInfo
        self.algorithm = algorithm
        self.content = content
    }

    package mutating func read(_ field: WireField) throws(WireError) {
        switch field.number {
        case 1: try field.read(into: &keyInfo)
        case 2: try field.read(into: &algorithm)
        case 3: field.read(into: &content)
        default: break
        }
    }

    package func write(to writer: inout WireWriter) {
        writer.write(keyInfo, field: 1)
        writer.write(algorithm, field: 2)
        writer.write(content, field: 3)
    }
}

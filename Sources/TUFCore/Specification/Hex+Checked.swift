extension Hex {
    /// Decodes or says what was expected.
    static func bytes(_ text: String) throws(FormatError) -> [UInt8] {
        guard let bytes = decode(text) else { throw .hex(text) }
        return bytes
    }
}

extension HashAlgorithm {
    /// A digest of this algorithm from hexadecimal digits.
    func digest(hex text: String) throws(FormatError) -> Digest {
        do {
            return try Digest(self, bytes: Hex.bytes(text))
        } catch {
            throw .hash(algorithm: rawValue)
        }
    }
}

extension Base64 {
    /// Decodes or says what was expected.
    static func bytes(_ text: String) throws(FormatError) -> [UInt8] {
        guard let bytes = decode(text) else { throw .base64 }
        return bytes
    }
}

extension HashAlgorithm {
    /// A digest of this algorithm from base64.
    func digest(base64 text: String) throws(FormatError) -> Digest {
        let bytes = try Base64.bytes(text)
        do {
            return try Digest(self, bytes: bytes)
        } catch {
            throw .hash(algorithm: rawValue)
        }
    }
}

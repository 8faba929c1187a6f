/// The path of a target, and the SHA-256 of it that hash bins go by.
public struct TargetPath: Sendable {
    /// The path, compared byte by byte.
    public let text: String
    /// The first four bytes of its SHA-256, big endian: what succinct bins are found by.
    let hashPrefix: UInt32
    /// 64 lower-case hexadecimal digits.
    let hashHex: String

    /// Takes a path as metadata lists it.
    ///
    /// - Parameter text: The path, not interpreted in any way.
    public init(_ text: String) {
        self.text = text
        let digest = HashAlgorithm.sha256.digest(of: Array(text.utf8))
        hashPrefix = digest.bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        hashHex = digest.hex
    }
}

/// The path of a target, and the SHA-256 of it that hash bins go by.
public struct TargetPath: Sendable {
    /// The path, compared byte by byte.
    public let text: String
    /// The first four bytes of its SHA-256, big endian: what succinct bins are found by.
    let hashPrefix: UInt32
    private let hash: [UInt8]

    /// Takes a path as metadata lists it.
    ///
    /// - Parameter text: The path, not interpreted in any way.
    public init(_ text: String) {
        self.text = text
        hash = HashAlgorithm.sha256.digest(ofUTF8: text).bytes
        hashPrefix = hash.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Whether the SHA-256 of the path, in lower-case hexadecimal digits, begins with these.
    func hashStarts(with digits: some Sequence<UInt8>) -> Bool {
        var position = 0
        for digit in digits {
            guard position < hash.count * 2 else { return false }
            let byte = hash[position / 2]
            let value = position.isMultiple(of: 2) ? byte >> 4 : byte & 0x0F
            guard digit == (value < 10 ? 0x30 : 0x57) + value else { return false }
            position += 1
        }
        return true
    }
}

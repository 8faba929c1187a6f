/// What a hash function made of some bytes: the function, and as many bytes as it gives.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// The hash function.
    public let algorithm: HashAlgorithm
    /// The digest itself, ``HashAlgorithm/digestLength`` bytes.
    public let bytes: [UInt8]

    /// Takes `bytes` as a digest of `algorithm`.
    ///
    /// - Throws: ``CryptoError/digestLength(_:found:)`` when there are too many or too few.
    public init(_ algorithm: HashAlgorithm, bytes: [UInt8]) throws(CryptoError) {
        guard bytes.count == algorithm.digestLength else {
            throw .digestLength(algorithm, found: bytes.count)
        }
        self.init(algorithm: algorithm, checked: bytes)
    }

    /// Takes hexadecimal digits of either case as a digest of `algorithm`.
    ///
    /// - Throws: ``CryptoError/notHex(_:)`` or ``CryptoError/digestLength(_:found:)``.
    public init(_ algorithm: HashAlgorithm, hex: String) throws(CryptoError) {
        guard let bytes = Hex.decode(hex) else { throw .notHex(hex) }
        try self.init(algorithm, bytes: bytes)
    }

    init(algorithm: HashAlgorithm, checked bytes: [UInt8]) {
        self.algorithm = algorithm
        self.bytes = bytes
    }

    /// The digest as lower-case hexadecimal digits.
    public var hex: String { Hex.encode(bytes) }

    /// The digest as container registries write it, `sha256:` and so on before the digits.
    public var description: String { "\(algorithm.rawValue):\(hex)" }
}

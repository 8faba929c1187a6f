/// The id of a key: the SHA-256 of its canonical form (TUF 4.2.1, `KEYID`).
public struct KeyID: Hashable, Sendable {
    /// 64 lower-case hexadecimal digits.
    public let hex: String

    /// Checks an id read from a file or from a person.
    ///
    /// - Parameter text: 64 hexadecimal digits, in either case.
    /// - Throws: ``FormatError/keyID(_:)``.
    public init(_ text: String) throws(FormatError) {
        guard text.utf8.count == 64, let bytes = Hex.decode(text) else { throw .keyID(text) }
        hex = Hex.encode(bytes)
    }

    /// Calculates the id of a key from the canonical bytes of its object.
    ///
    /// - Parameter canonical: The canonical form of the key object.
    public init(ofCanonical canonical: [UInt8]) {
        hex = HashAlgorithm.sha256.digest(of: canonical).hex
    }
}

extension KeyID: Comparable {
    /// Orders ids as text.
    public static func < (one: KeyID, other: KeyID) -> Bool { one.hex < other.hex }
}

extension KeyID: CustomStringConvertible {
    /// The 64 digits.
    public var description: String { hex }
}

/// A public key as metadata lists it (TUF 4.2.2).
///
/// A key of an unknown kind, or one that cannot be parsed, is kept, and no signature of it counts.
public struct Key: Sendable {
    /// Calculated from the key itself, never taken from a file.
    public let id: KeyID
    /// The kind as spelled.
    public let type: KeyType
    /// How it signs, where the dialect says so in the key (TUF 4.2.2, `scheme`).
    public let scheme: String?
    /// The public part: what the kind says it is.
    public let publicBytes: [UInt8]
    private let material: KeyMaterial

    /// Takes the parts, and parses the public part when it is first needed.
    ///
    /// - Parameters:
    ///   - id: Calculated by the dialect.
    ///   - type: The kind as spelled.
    ///   - scheme: How it signs, where the dialect says so in the key.
    ///   - publicBytes: The public part.
    ///   - parse: Makes the usable key out of it, once.
    init(
        id: KeyID,
        type: KeyType,
        scheme: String? = nil,
        publicBytes: [UInt8],
        parse: @escaping @Sendable () -> KeyMaterial.Parsed
    ) {
        self.id = id
        self.type = type
        self.scheme = scheme
        self.publicBytes = publicBytes
        material = KeyMaterial(parse)
    }

    /// The key ready to verify with; nil where it is unknown or unusable.
    public var publicKey: PublicKey? { material.parsed.publicKey }

    /// Whether everything that is listed of both keys is the same, which ids that are not
    /// calculated do not say.
    func isIdentical(to other: Key) -> Bool {
        id == other.id && type == other.type && scheme == other.scheme
            && publicBytes == other.publicBytes
    }

    /// The certificates of an X.509 kind, as listed; empty for bare keys.
    public var certificates: [X509Certificate] { material.parsed.certificates }
}

extension Key: Hashable {
    /// Keys of one id are the same key, since the id is calculated.
    public static func == (one: Key, other: Key) -> Bool { one.id == other.id }

    /// Hashes the id.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}

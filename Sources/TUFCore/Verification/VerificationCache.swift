/// Signatures that were found valid, and the keys that made them, to be given to later
/// verifications: of a file that has not changed, nothing but its hash is computed again.
///
/// A value that the caller keeps and passes in. A signature is known by the key itself, the
/// scheme, the SHA-256 of the signed bytes and its own bytes: where one of these differs it is
/// checked as ever. Thresholds, versions and expiry are checked always.
public struct VerificationCache: Sendable {
    /// A signature that was found valid.
    struct Entry: Hashable, Sendable {
        let key: PublicKey
        let scheme: SignatureScheme
        let message: Digest
        let signature: [UInt8]
    }

    /// The most signatures, and the most keys, that are kept; then it begins anew.
    public let limit: Int
    private var entries: Set<Entry> = []
    private var keys: [KeyID: Key] = [:]

    /// Takes the most it may hold.
    ///
    /// - Parameter limit: The most signatures, and the most keys; 0 keeps none.
    public init(limit: Int = 4096) {
        self.limit = limit
    }

    /// How many signatures are known.
    public var count: Int { entries.count }

    /// Remembers what a proof rests on.
    ///
    /// - Parameter file: A file that was read with a cache, if only an empty one, and verified.
    public mutating func remember(_ file: Verified<some MetadataPayload>) {
        for key in file.signers { remember(key) }
        for entry in file.evidence where limit > 0 {
            if entries.count >= limit { entries = [] }
            entries.insert(entry)
        }
    }

    private mutating func remember(_ key: Key) {
        guard limit > 0 else { return }
        if keys.count >= limit { keys = [:] }
        keys[key.id] = key
    }

    /// The same key, parsed already where it is known.
    func parsed(_ key: Key) -> Key {
        guard let known = keys[key.id], known.isIdentical(to: key) else { return key }
        return known
    }

    func contains(_ entry: Entry) -> Bool { entries.contains(entry) }
}

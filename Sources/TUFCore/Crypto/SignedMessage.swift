/// The canonical bytes of a JSON value, to check signatures over.
///
/// They are hashed once for each hash function, however many signatures there are, and never built
/// in memory unless a scheme wants to see them whole.
struct SignedMessage {
    private let value: JSONValue
    private var digests: [Digest] = []
    private var reencoded: [UInt8]?

    init(canonicalFormOf value: JSONValue) {
        self.value = value
    }

    /// Whether the holder of the private key signed this message, as is known or is checked.
    ///
    /// - Throws: ``JSONError/notAnInteger(_:offset:)`` when it has no canonical form.
    mutating func isSigned(
        by key: PublicKey,
        with signature: [UInt8],
        scheme: SignatureScheme,
        recalling cache: VerificationCache?
    ) throws(JSONError) -> Bool {
        if let cache, cache.count > 0 {
            let entry = VerificationCache.Entry(
                key: key,
                scheme: scheme,
                message: try digest(by: .sha256),
                signature: signature
            )
            if cache.contains(entry) { return true }
        }
        return try isSigned(by: key, with: signature, scheme: scheme)
    }

    private mutating func isSigned(
        by key: PublicKey,
        with signature: [UInt8],
        scheme: SignatureScheme
    ) throws(JSONError) -> Bool {
        guard let algorithm = scheme.prehash else {
            return try isSignedAsWhole(by: key, with: signature, scheme: scheme)
        }
        let digest = try digest(by: algorithm)
        return key.isValidSignature(signature, scheme: scheme, over: digest)
    }

    private mutating func digest(by algorithm: HashAlgorithm) throws(JSONError) -> Digest {
        if let known = digests.first(where: { $0.algorithm == algorithm }) { return known }
        let digest = try value.canonicalDigest(algorithm)
        digests.append(digest)
        return digest
    }

    private mutating func isSignedAsWhole(
        by key: PublicKey,
        with signature: [UInt8],
        scheme: SignatureScheme
    ) throws(JSONError) -> Bool {
        if value.isCanonical {
            return try unsafe value.withCanonicalBytes {
                unsafe key.isValidSignature(signature, scheme: scheme, over: $0)
            }
        }
        let bytes: [UInt8]
        if let reencoded { bytes = reencoded } else { bytes = try value.canonicalBytes() }
        reencoded = bytes
        return key.isValidSignature(signature, scheme: scheme, over: bytes)
    }
}

/// A metadata file that has the right structure and proves nothing yet.
///
/// It keeps two things apart: the file as received, whose length and hashes snapshot and timestamp
/// list, and the canonical bytes of `signed`, unknown members included, which were signed. The
/// payload cannot be read before a threshold of keys has vouched for it.
public struct Unverified<Payload: MetadataPayload>: Sendable {
    /// The file exactly as received.
    public let rawBytes: [UInt8]
    /// The role the file was read as.
    public let role: RoleName
    /// The claims of signature, in the order of the file.
    public let signatures: [MetadataSignature]
    fileprivate let payload: Payload
    private let signed: JSONValue
    private let isSigned: Bool
    private let dialect: any MetadataDialect
    private let cache: VerificationCache?

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: The file as received.
    ///   - role: The role to read it as.
    ///   - dialect: How it is spelled.
    ///   - limits: The most it may ask for.
    ///   - cache: Signatures that need not be checked again.
    /// - Throws: ``MetadataError``, which names the member at fault.
    public init(
        parsing bytes: [UInt8],
        as role: RoleName,
        in dialect: any MetadataDialect,
        limits: MetadataLimits = .untrusted,
        recalling cache: VerificationCache? = nil
    ) throws(MetadataError) {
        let envelope = try Envelope(parsing: bytes, in: dialect, limits: limits)
        rawBytes = bytes
        self.role = role
        self.dialect = dialect
        self.cache = cache
        signed = envelope.signed
        isSigned = envelope.isSigned
        signatures = envelope.signatures
        payload = try Payload.decoded(from: envelope.signed, in: dialect, as: role)
    }

    /// The version the file claims: good for refusing it early, never for trusting it.
    public var claimedVersion: MetadataVersion { payload.version }

    /// What the file says: good for refusing it, never for trusting it.
    package var claim: JSONValue { signed }

    /// Checks that a threshold of distinct public keys signed exactly these canonical bytes.
    ///
    /// The one place in the project that counts signatures. It counts public keys, not key ids, so
    /// that one key under two ids, or one signature listed twice, counts once.
    ///
    /// - Parameter keys: The keys and the threshold that the delegator in use demands.
    /// - Returns: The proof.
    /// - Throws: ``UpdateError/noSignatures(role:)`` and
    ///   ``UpdateError/thresholdNotMet(role:valid:threshold:)``.
    public func verified(by keys: RoleKeys) throws(UpdateError) -> Verified<Payload> {
        guard isSigned else { throw .noSignatures(role: role) }
        let evidence = try evidence(of: keys)
        guard evidence.count >= keys.threshold else {
            throw .thresholdNotMet(role: role, valid: evidence.count, threshold: keys.threshold)
        }
        return Verified(self, evidence)
    }

    private func evidence(of keys: RoleKeys) throws(UpdateError) -> [PublicKey: Evidence] {
        var message = SignedMessage(canonicalFormOf: signed)
        var evidence: [PublicKey: Evidence] = [:]
        for signature in signatures {
            guard let listed = keys.keys[signature.keyID] else { continue }
            let key = cache?.parsed(listed) ?? listed
            guard let publicKey = key.publicKey, evidence[publicKey] == nil,
                let scheme = dialect.scheme(of: key, for: signature.method)
            else { continue }
            do {
                guard
                    try message.isSigned(
                        by: publicKey,
                        with: signature.bytes,
                        scheme: scheme,
                        recalling: cache
                    )
                else { continue }
            } catch {
                throw .malformed(role: role, .json(error))
            }
            evidence[publicKey] = Evidence(key: key, scheme: scheme, signature: signature.bytes)
        }
        return evidence
    }

    /// A signature that counted.
    fileprivate struct Evidence {
        let key: Key
        let scheme: SignatureScheme
        let signature: [UInt8]
    }

    /// The signatures that counted, as a cache knows them.
    fileprivate func entries(_ evidence: [PublicKey: Evidence]) -> [VerificationCache.Entry] {
        guard cache != nil, let message = try? signed.canonicalDigest(.sha256) else { return [] }
        return evidence.map { key, evidence in
            VerificationCache.Entry(
                key: key,
                scheme: evidence.scheme,
                message: message,
                signature: evidence.signature
            )
        }
    }
}

extension Unverified where Payload == Root {
    /// Checks a root against the keys it lists itself: integrity, which is not yet trust.
    ///
    /// - Parameter choose: Which of its keys may count.
    /// - Returns: The root, signed by a threshold of those.
    /// - Throws: What `choose` throws, or as ``verified(by:)``.
    func verifiedByItself(
        choosing choose: (Root) throws(UpdateError) -> RoleKeys
    ) throws(UpdateError) -> Verified<Root> {
        try verified(by: choose(payload))
    }
}

/// Proof that a threshold of distinct public keys signed exactly the bytes this was decoded from.
///
/// Only ``Unverified/verified(by:)`` makes one.
public struct Verified<Payload: MetadataPayload>: Sendable {
    /// What was signed.
    public let payload: Payload
    /// The role it was read as.
    public let role: RoleName
    /// The keys that signed, one for each public key; never fewer than the threshold.
    public let signers: [Key]
    /// The file exactly as received.
    public let rawBytes: [UInt8]

    /// The signatures that counted; none where no cache was passed.
    let evidence: [VerificationCache.Entry]

    fileprivate init(
        _ file: Unverified<Payload>,
        _ evidence: [PublicKey: Unverified<Payload>.Evidence]
    ) {
        payload = file.payload
        role = file.role
        // A key path would be made anew each time, as the type is generic.
        signers = evidence.values.map { $0.key }
        rawBytes = file.rawBytes
        self.evidence = file.entries(evidence)
    }
}

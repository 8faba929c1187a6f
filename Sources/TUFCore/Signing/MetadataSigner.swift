/// Writes metadata files: canonical bytes, signatures over them, and the file around both.
public struct MetadataSigner: Sendable {
    /// How files are spelled.
    public let dialect: any MetadataDialect

    /// Takes a dialect to write in.
    ///
    /// - Parameter dialect: How files are spelled.
    public init(_ dialect: any MetadataDialect) {
        self.dialect = dialect
    }

    /// Signs a timestamp.
    ///
    /// - Parameters:
    ///   - timestamp: What to write.
    ///   - signers: Each signs once.
    /// - Returns: The whole file.
    /// - Throws: ``SigningError``.
    public func file(
        _ timestamp: Timestamp,
        by signers: [any Signer]
    ) async throws(SigningError) -> [UInt8] {
        try await file(signed: dialect.json(of: timestamp), by: signers)
    }

    /// Signs a snapshot.
    ///
    /// - Parameters:
    ///   - snapshot: What to write.
    ///   - signers: Each signs once.
    /// - Returns: The whole file.
    /// - Throws: ``SigningError``.
    public func file(
        _ snapshot: Snapshot,
        by signers: [any Signer]
    ) async throws(SigningError) -> [UInt8] {
        try await file(signed: dialect.json(of: snapshot), by: signers)
    }

    /// Signs any payload.
    ///
    /// - Parameters:
    ///   - signed: The value of the member `signed`.
    ///   - signers: Each signs once; at least one.
    /// - Returns: The whole file.
    /// - Throws: ``SigningError``.
    public func file(
        signed: JSON,
        by signers: [any Signer]
    ) async throws(SigningError) -> [UInt8] {
        guard !signers.isEmpty else { throw .noSigners }
        let canonical: [UInt8]
        do {
            canonical = try signed.canonicalBytes()
        } catch {
            throw .notCanonical(error)
        }
        return dialect.file(
            signed: canonical,
            signatures: try await signatures(over: canonical, by: signers)
        )
    }

    /// Adds signatures to a file, for keys that are not all in one place.
    ///
    /// What was signed is not changed. A signature of a key that signed before is replaced.
    ///
    /// - Parameters:
    ///   - signers: Each signs once; at least one.
    ///   - file: The file so far, which need not have enough signatures yet.
    /// - Returns: The whole file.
    /// - Throws: ``SigningError``.
    public func file<Payload>(
        adding signers: [any Signer],
        to file: Unverified<Payload>
    ) async throws(SigningError) -> [UInt8] {
        guard !signers.isEmpty else { throw .noSigners }
        let canonical = try file.canonicalSigned()
        let added = try await signatures(over: canonical, by: signers)
        let kept = file.signatures.filter { old in !added.contains { $0.keyID == old.keyID } }
        return dialect.file(signed: canonical, signatures: kept + added)
    }

    private func signatures(
        over canonical: [UInt8],
        by signers: [any Signer]
    ) async throws(SigningError) -> [MetadataSignature] {
        var signatures: [MetadataSignature] = []
        for signer in signers {
            let bytes = try await signer.signature(over: canonical)
            signatures.append(
                MetadataSignature(keyID: signer.key.id, method: signer.method, bytes: bytes)
            )
        }
        return signatures
    }
}

public import TUFCore

/// Files that belong together and that were checked: only the check makes one.
public struct CheckedPublication: Hashable, Sendable {
    /// The repository.
    public let gun: GUN
    /// Every file to add, one a role: root, targets roles with parents first, snapshot, timestamp.
    public let files: [StoredMetadata]
    /// The timestamp, the last of ``files``.
    public let timestamp: StoredMetadata
    /// SHA-256 of the snapshot that the timestamp lists.
    public let snapshot: Digest
    /// The timestamp that was current when the check began; nil when the repository had none.
    public let basis: Digest?
    /// When it was checked and signed.
    public let time: UTCTime
    /// When what it makes current expires: the earlier of timestamp and snapshot.
    public let expires: UTCTime

    fileprivate init(
        gun: GUN,
        files: [StoredMetadata],
        timestamp: StoredMetadata,
        snapshot: Digest,
        basis: Digest?,
        time: UTCTime,
        expires: UTCTime
    ) {
        self.gun = gun
        self.files = files + [timestamp]
        self.timestamp = timestamp
        self.snapshot = snapshot
        self.basis = basis
        self.time = time
        self.expires = expires
    }
}

extension CheckedSnapshot {
    /// Signs the timestamp that makes the snapshot current.
    ///
    /// - Throws: ``IssuingError``.
    func publication(
        by issuer: Issuer,
        now: UTCTime
    ) async throws(IssuingError) -> CheckedPublication {
        let timestamp = try await issuer.timestamp(
            version: stored.timestamp?.version.next ?? .first,
            listing: MetaFile(describing: bytes),
            under: root,
            now: now
        )
        return CheckedPublication(
            gun: stored.gun,
            files: newFiles.map { $0.stored(at: now) },
            timestamp: timestamp.stored(at: now),
            snapshot: HashAlgorithm.sha256.digest(of: bytes),
            basis: stored.basis,
            time: now,
            expires: min(payload.expires, issuer.expiry(of: .timestamp, signedAt: now))
        )
    }
}

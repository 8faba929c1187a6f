import TUFCore

/// What a repository serves as current: timestamp and snapshot that verify under its root.
struct ServedRepository: Sendable {
    let stored: StoredRepository
    let root: TrustedRoot
    let timestamp: Verified<Timestamp>
    let snapshot: Verified<Snapshot>

    /// Verifies what is stored.
    ///
    /// - Returns: nil when root, timestamp or snapshot is absent.
    /// - Throws: ``StoredRepositoryError``.
    init?(_ stored: StoredRepository) async throws(StoredRepositoryError) {
        guard let root = stored.root, let file = stored.timestamp else { return nil }
        self.stored = stored
        self.root = root
        timestamp = try StoredRepository.verified(file, under: root)
        guard let snapshot = try await stored.snapshot(listedBy: timestamp.payload, under: root)
        else { return nil }
        self.snapshot = snapshot
    }

    /// From when on it must be renewed before it is served.
    var expires: UTCTime { min(timestamp.payload.expires, snapshot.payload.expires) }

    /// Signs a new timestamp, and a new snapshot before it when that expires by `limit`.
    ///
    /// - Throws: ``IssuingError``.
    func renewal(
        expiringBy limit: UTCTime,
        issuer: Issuer,
        now: UTCTime
    ) async throws(IssuingError) -> CheckedPublication {
        try await snapshotToList(expiringBy: limit, issuer: issuer, now: now)
            .publication(by: issuer, now: now)
    }
}

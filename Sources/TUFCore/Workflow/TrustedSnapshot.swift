/// A snapshot that is the one its timestamp lists, signed, not rolled back and not expired.
public struct TrustedSnapshot: Sendable {
    /// The snapshot and who signed it.
    public let verified: Verified<Snapshot>
    /// The timestamp that lists it.
    public let timestamp: TrustedTimestamp

    fileprivate init(_ verified: Verified<Snapshot>, timestamp: TrustedTimestamp) {
        self.verified = verified
        self.timestamp = timestamp
    }

    /// The snapshot itself.
    public var snapshot: Snapshot { verified.payload }
    /// The root whose keys signed it.
    public var root: CurrentRoot { timestamp.root }
}

extension TrustedTimestamp {
    /// Checks a snapshot.
    ///
    /// TUF 5.5 (update-snapshot): length and hashes, signatures, rollback, expiry. Where the
    /// snapshot lists the root, as in the Notary dialect, the root in use must be that one.
    ///
    /// - Parameters:
    ///   - file: The snapshot.
    ///   - floors: What was trusted before.
    /// - Returns: The snapshot, trusted.
    /// - Throws: ``UpdateError/notAsListed(role:_:)``, ``UpdateError/tooLong(role:limit:)``,
    ///   ``UpdateError/thresholdNotMet(role:valid:threshold:)``,
    ///   ``UpdateError/rollback(role:known:found:)``, ``UpdateError/expired(role:on:startedAt:)``.
    public func snapshot(
        _ file: Unverified<Snapshot>,
        notBelow floors: VersionFloors
    ) throws(UpdateError) -> TrustedSnapshot {
        try timestamp.snapshot.check(file.rawBytes, of: .snapshot)
        let verified = try file.verified(by: root.root.roleKeys(of: .snapshot))
        try floors.check(verified.payload.version, of: .snapshot)
        try root.start.check(verified.payload, as: .snapshot)
        try verified.payload[.root]?.check(root.trusted.verified.rawBytes, of: .root)
        return TrustedSnapshot(verified, timestamp: self)
    }
}

/// A timestamp that is signed, not older than one known, and not expired.
public struct TrustedTimestamp: Sendable {
    /// The timestamp and who signed it.
    public let verified: Verified<Timestamp>
    /// The root whose keys signed it.
    public let root: CurrentRoot

    fileprivate init(_ verified: Verified<Timestamp>, root: CurrentRoot) {
        self.verified = verified
        self.root = root
    }

    /// The timestamp itself.
    public var timestamp: Timestamp { verified.payload }
}

extension CurrentRoot {
    /// Checks a timestamp.
    ///
    /// TUF 5.4 (update-timestamp): signatures, rollback, expiry.
    ///
    /// - Parameters:
    ///   - file: The timestamp.
    ///   - floors: What was trusted before.
    /// - Returns: The timestamp, trusted.
    /// - Throws: ``UpdateError/thresholdNotMet(role:valid:threshold:)``,
    ///   ``UpdateError/rollback(role:known:found:)``, ``UpdateError/expired(role:on:startedAt:)``.
    public func timestamp(
        _ file: Unverified<Timestamp>,
        notBelow floors: VersionFloors
    ) throws(UpdateError) -> TrustedTimestamp {
        let verified = try file.verified(by: root.roleKeys(of: .timestamp))
        try floors.check(verified.payload.version, of: .timestamp)
        try start.check(verified.payload, as: .timestamp)
        return TrustedTimestamp(verified, root: self)
    }
}

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
    /// TUF 5.4 (update-timestamp): signatures, rollback, expiry. One of the known version is no
    /// error and changes nothing: the known one stays (5.4.3.1).
    ///
    /// - Parameters:
    ///   - file: The timestamp.
    ///   - floors: What was trusted before.
    ///   - known: The timestamp trusted before, where it was kept and these keys signed it.
    /// - Returns: The timestamp, trusted.
    /// - Throws: ``UpdateError/thresholdNotMet(role:valid:threshold:)``,
    ///   ``UpdateError/rollback(role:known:found:)``, ``UpdateError/expired(role:on:startedAt:)``.
    public func timestamp(
        _ file: Unverified<Timestamp>,
        notBelow floors: VersionFloors,
        replacing known: Verified<Timestamp>? = nil
    ) throws(UpdateError) -> TrustedTimestamp {
        var verified = try self.verified(file)
        try floors.check(verified.payload.version, of: .timestamp)
        if let known {
            try verified.payload.checkNotOlder(than: known.payload)
            if verified.payload.version == known.payload.version { verified = known }
        }
        try start.check(verified.payload, as: .timestamp)
        return TrustedTimestamp(verified, root: self)
    }

    /// Checks who signed a timestamp, and nothing else: to know what was trusted before.
    ///
    /// - Parameter file: The timestamp.
    /// - Returns: The timestamp and who signed it; it may have expired.
    /// - Throws: ``UpdateError/thresholdNotMet(role:valid:threshold:)``.
    func verified(_ file: Unverified<Timestamp>) throws(UpdateError) -> Verified<Timestamp> {
        try file.verified(by: root.roleKeys(of: .timestamp))
    }
}

extension Timestamp {
    /// TUF 5.4.3: neither the timestamp nor the snapshot it lists may go back.
    fileprivate func checkNotOlder(than known: Timestamp) throws(UpdateError) {
        guard version >= known.version else {
            throw .rollback(role: .timestamp, known: known.version, found: version)
        }
        guard let listed = snapshot.version, let before = known.snapshot.version else { return }
        guard listed >= before else {
            throw .rollback(role: .snapshot, known: before, found: listed)
        }
    }
}

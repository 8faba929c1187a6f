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
    /// TUF 5.5 (update-snapshot): length and hashes, signatures, version, rollback, expiry. In the
    /// Notary dialect the root in use must be the one the snapshot lists; TUF 1.0 (4.4) gives an
    /// entry for the root no meaning, and old repositories keep an outdated one.
    ///
    /// - Parameters:
    ///   - file: The snapshot.
    ///   - floors: What was trusted before.
    ///   - known: The snapshot trusted before, where it was kept and these keys signed it.
    /// - Returns: The snapshot, trusted.
    /// - Throws: ``UpdateError/notAsListed(role:_:)``, ``UpdateError/tooLong(role:limit:)``,
    ///   ``UpdateError/thresholdNotMet(role:valid:threshold:)``,
    ///   ``UpdateError/versionMismatch(role:promised:found:)``,
    ///   ``UpdateError/rollback(role:known:found:)``, ``UpdateError/expired(role:on:startedAt:)``.
    public func snapshot(
        _ file: Unverified<Snapshot>,
        notBelow floors: VersionFloors,
        replacing known: Verified<Snapshot>? = nil
    ) throws(UpdateError) -> TrustedSnapshot {
        try timestamp.snapshot.check(file.rawBytes, of: .snapshot)
        let verified = try self.verified(file)
        try timestamp.snapshot.check(verified.payload.version, of: .snapshot)
        try floors.check(verified.payload.version, of: .snapshot)
        if let known { try verified.payload.checkNotOlder(than: known.payload) }
        try root.start.check(verified.payload, as: .snapshot)
        if let listed = verified.payload[.root], listed.rule == .hashesRequired {
            try listed.check(root.trusted.verified.rawBytes, of: .root)
        }
        return TrustedSnapshot(verified, timestamp: self)
    }

    /// Checks who signed a snapshot, and nothing else: to know what was trusted before.
    ///
    /// - Parameter file: The snapshot.
    /// - Returns: The snapshot and who signed it; it may have expired, or be another one than the
    ///   timestamp lists.
    /// - Throws: ``UpdateError/thresholdNotMet(role:valid:threshold:)``.
    func verified(_ file: Unverified<Snapshot>) throws(UpdateError) -> Verified<Snapshot> {
        try file.verified(by: root.root.roleKeys(of: .snapshot))
    }
}

extension Snapshot {
    /// TUF 5.5.5: what was listed stays listed, and at no lower version.
    fileprivate func checkNotOlder(than known: Snapshot) throws(UpdateError) {
        for (name, before) in known.meta {
            guard let role = try? RoleName(name) else { continue }
            guard let now = meta[name] else { throw .notInSnapshot(role: role) }
            guard let (old, new) = before.version.flatMap({ old in now.version.map { (old, $0) } })
            else { continue }
            guard new >= old else { throw .rollback(role: role, known: old, found: new) }
        }
    }
}

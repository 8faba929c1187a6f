/// Writes timestamps: which snapshot is the current one (TUF 6.3).
public struct TimestampEditor: Sendable {
    private var payload: EditedPayload

    /// Begins with version 1.
    ///
    /// - Parameters:
    ///   - dialect: How the file is spelled.
    ///   - expires: When it ends.
    public init(in dialect: any MetadataDialect, expires: UTCTime) {
        payload = EditedPayload(new: .timestamp, in: dialect, expires: expires)
    }

    /// Begins the timestamp after another one, with the next version and the same snapshot.
    ///
    /// - Parameters:
    ///   - timestamp: The newest timestamp.
    ///   - dialect: The dialect it was read in.
    ///   - expires: When the new one ends.
    /// - Throws: ``EditError/malformed(_:)`` when it is not of this dialect.
    public init(
        editing timestamp: Verified<Timestamp>,
        in dialect: any MetadataDialect,
        expires: UTCTime
    ) throws(EditError) {
        payload = try EditedPayload(editing: timestamp, in: dialect, expires: expires)
    }

    /// The version that is written.
    public var version: MetadataVersion { payload.version }

    /// When the timestamp ends.
    public var expires: UTCTime {
        get { payload.expires }
        set { payload.expires = newValue }
    }

    /// Raises the version to another one than the next.
    ///
    /// - Parameter version: Higher than that of the timestamp that is edited.
    /// - Throws: ``EditError/versionNotHigher(role:previous:offered:)``.
    public mutating func setVersion(_ version: MetadataVersion) throws(EditError) {
        try payload.setVersion(version)
    }

    /// Names the current snapshot.
    ///
    /// - Parameter snapshot: The one to name.
    /// - Throws: ``EditError/versionNotHigher(role:previous:offered:)`` for one that is older than
    ///   the named one, which clients would refuse (TUF 5.4.3.2).
    public mutating func list(_ snapshot: Verified<Snapshot>) throws(EditError) {
        let name = payload.dialect.nameInMeta(of: .snapshot)
        let version = snapshot.payload.version
        var meta = payload.object[member: "meta"] ?? .object([])
        let old = meta[member: name] ?? .object([])
        if case .integer(let number)? = old[member: "version"],
            let listed = try? MetadataVersion(number), listed > version
        {
            throw .versionNotHigher(role: .snapshot, previous: listed, offered: version)
        }
        let file = payload.dialect.metaFile(describing: snapshot.rawBytes, version: version)
        meta[member: name] = old.merging(payload.dialect.json(of: file))
        payload.object[member: "meta"] = meta
    }

    /// The value of `signed` as it now stands, for whoever signs elsewhere.
    public var json: JSON { payload.json }

    /// Signs the timestamp, and checks it as clients will.
    ///
    /// - Parameters:
    ///   - signers: Each signs once.
    ///   - keys: The root's keys of the timestamp role.
    /// - Returns: The timestamp, verified by `keys`.
    /// - Throws: ``EditError/signing(_:)``, ``EditError/notVerified(_:)``,
    ///   ``EditError/malformed(_:)``.
    public func signed(
        by signers: [any Signer],
        keys: RoleKeys
    ) async throws(EditError) -> Verified<Timestamp> {
        let file: Unverified<Timestamp> = try await payload.signed(json, by: signers)
        do {
            return try file.verified(by: keys)
        } catch {
            throw .notVerified(error)
        }
    }
}

import TUFCore

/// A snapshot that a new timestamp may list: signed as the root says, not expired, and listing
/// the files it stands over.
struct CheckedSnapshot: Sendable {
    /// What the update was held against.
    let stored: StoredRepository
    /// The root in force after the update.
    let root: TrustedRoot
    /// The snapshot itself.
    let bytes: [UInt8]
    /// What it says.
    let payload: Snapshot
    /// The files to store, this snapshot among them when it is new.
    let newFiles: [NewFile]

    fileprivate init(
        stored: StoredRepository,
        root: TrustedRoot,
        bytes: [UInt8],
        payload: Snapshot,
        newFiles: [NewFile]
    ) {
        self.stored = stored
        self.root = root
        self.bytes = bytes
        self.payload = payload
        self.newFiles = newFiles
    }
}

extension CheckedRoles {
    /// Checks the snapshot that came with the update.
    ///
    /// Like Notary it compares the root and the targets roles seen here, by hash; a length may be
    /// more than the file has. Beyond that it holds what clients will read to what they will find.
    ///
    /// - Throws: ``NotaryServiceError/invalidUpdate(_:)``,
    ///   ``NotaryServiceError/uncheckableUpdate(reason:)``.
    func snapshot(
        _ file: Unverified<Snapshot>,
        now: UTCTime
    ) async throws(NotaryServiceError) -> CheckedSnapshot {
        let keys = root.root.roleKeys(of: .snapshot)
        guard !keys.areMisnamed(in: file.signatures) else {
            throw .invalidUpdate(.badSnapshot(message: .wrongKeyID))
        }
        let verified: Verified<Snapshot>
        do throws(UpdateError) {
            verified = try file.verified(by: keys)
            try UpdateStartTime(now).check(verified.payload, as: .snapshot)
            for (role, bytes) in listed.sorted(by: { $0.key < $1.key }) {
                guard let meta = verified.payload[role] else {
                    throw .notInSnapshot(role: role)
                }
                try meta.checkReadable(bytes, of: role)
            }
        } catch {
            throw .invalidUpdate(.badSnapshot(error))
        }
        try await checkReadable(verified.payload)
        return CheckedSnapshot(
            stored: stored,
            root: root,
            bytes: verified.rawBytes,
            payload: verified.payload,
            newFiles: newFiles.map { $0.hashed(as: verified.payload) } + [NewFile(verified)]
        )
    }

    /// Signs the snapshot that the update left to the server.
    ///
    /// - Parameters:
    ///   - replaced: the current one, whose other entries stay; nil for a new repository.
    ///   - issuer: signs it.
    ///   - now: when it is signed.
    /// - Returns: the snapshot with the files under it.
    /// - Throws: ``IssuingError``.
    func signedSnapshot(
        replacing replaced: Snapshot?,
        by issuer: Issuer,
        now: UTCTime
    ) async throws(IssuingError) -> CheckedSnapshot {
        var listing = [
            RoleName.root.name: stored.listed(root)
                ?? MetaFile(describing: root.verified.rawBytes)
        ]
        for (role, file) in targets { listing[role.name] = MetaFile(describing: file.rawBytes) }
        let (file, payload) = try await issuer.snapshot(
            replacing: replaced,
            listing: listing,
            under: root,
            now: now
        )
        return CheckedSnapshot(
            stored: stored,
            root: root,
            bytes: file.bytes,
            payload: payload,
            newFiles: newFiles.map { $0.hashed(as: payload) } + [file]
        )
    }
}

extension ServedRepository {
    /// The snapshot for a renewed timestamp: the current one, or its successor when that expires
    /// by `limit`.
    ///
    /// - Throws: ``IssuingError``.
    func snapshotToList(
        expiringBy limit: UTCTime,
        issuer: Issuer,
        now: UTCTime
    ) async throws(IssuingError) -> CheckedSnapshot {
        guard snapshot.payload.expires <= limit else {
            return CheckedSnapshot(
                stored: stored,
                root: root,
                bytes: snapshot.rawBytes,
                payload: snapshot.payload,
                newFiles: []
            )
        }
        let (file, payload) = try await issuer.snapshot(
            replacing: snapshot.payload,
            listing: [RoleName.root.name: MetaFile(describing: root.verified.rawBytes)],
            under: root,
            now: now
        )
        return CheckedSnapshot(
            stored: stored,
            root: root,
            bytes: file.bytes,
            payload: payload,
            newFiles: [file]
        )
    }
}

import TUFCore

/// Signs the two roles that a server signs.
struct Issuer: Sendable {
    let signing: any SigningService
    let settings: ServiceSettings

    private let metadataSigner = MetadataSigner(.notary)

    init(signing: any SigningService, settings: ServiceSettings) {
        self.signing = signing
        self.settings = settings
    }

    /// When a file of the role that is signed now will expire.
    func expiry(of role: ServerRole, signedAt now: UTCTime) -> UTCTime {
        switch role {
        case .snapshot: now.adding(seconds: settings.snapshotLifetime)
        case .timestamp: now.adding(seconds: settings.timestampLifetime)
        }
    }

    /// The successor of a snapshot, or a first one.
    ///
    /// Entries whose name is no role's are left out: they could hold what a snapshot written here
    /// must not, such as control characters, and nobody could read it then.
    ///
    /// - Parameters:
    ///   - replaced: the one whose entries stay unless listed anew; nil for a first one.
    ///   - listing: what it lists anew, by role name.
    ///   - root: says whose keys sign, and for which repository.
    ///   - now: when it is signed.
    /// - Returns: the signed file, and what it says.
    /// - Throws: ``IssuingError``.
    func snapshot(
        replacing replaced: Snapshot?,
        listing: [String: MetaFile],
        under root: TrustedRoot,
        now: UTCTime
    ) async throws(IssuingError) -> (file: NewFile, payload: Snapshot) {
        let kept = (replaced?.meta ?? [:]).filter { (try? RoleName(notary: $0.key)) != nil }
        let snapshot = Snapshot(
            version: replaced?.version.next ?? .first,
            expires: expiry(of: .snapshot, signedAt: now),
            meta: kept.merging(listing) { $1 }
        )
        let signers = try await signers(for: .snapshot, under: root)
        do {
            let bytes = try await metadataSigner.file(snapshot, by: signers)
            let file = NewFile(issued: .snapshot, version: snapshot.version, bytes: bytes)
            return (file, snapshot)
        } catch {
            throw .signing(error)
        }
    }

    /// A timestamp that lists a snapshot.
    ///
    /// - Throws: ``IssuingError``.
    func timestamp(
        version: MetadataVersion,
        listing snapshot: MetaFile,
        under root: TrustedRoot,
        now: UTCTime
    ) async throws(IssuingError) -> NewFile {
        let timestamp = Timestamp(
            version: version,
            expires: expiry(of: .timestamp, signedAt: now),
            snapshot: snapshot
        )
        let signers = try await signers(for: .timestamp, under: root)
        do {
            let bytes = try await metadataSigner.file(timestamp, by: signers)
            return NewFile(issued: .timestamp, version: version, bytes: bytes)
        } catch {
            throw .signing(error)
        }
    }

    /// Everyone held here who may sign for the role, when they are enough.
    private func signers(
        for role: ServerRole,
        under root: TrustedRoot
    ) async throws(IssuingError) -> [any Signer] {
        let keys = root.root.roleKeys(of: role.roleName)
        var signers: [any Signer] = []
        var missing: [KeyID] = []
        for id in keys.keys.keys.sorted() {
            do {
                let gun = root.rules.gun
                guard let signer = try await signing.signer(for: id, as: role, of: gun) else {
                    missing.append(id)
                    continue
                }
                signers.append(signer)
            } catch {
                throw .service(error)
            }
        }
        guard !signers.isEmpty, signers.count >= keys.threshold else {
            if let message = missing.first.flatMap(signing.message(forMissing:)) {
                throw .service(.remote(message))
            }
            throw .missingKeys(
                role: role.roleName,
                found: signers.count,
                needed: keys.threshold,
                missing: missing
            )
        }
        return signers
    }
}

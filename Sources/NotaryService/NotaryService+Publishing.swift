public import TUFCore

extension NotaryService {
    /// Checks an upload, adds the snapshot (unless sent) and the timestamp, and stores all of it
    /// or nothing.
    ///
    /// Of two at once with a version in common one is stored. When something else was stored
    /// while this was being checked (another role, a renewal), the check begins again: also when
    /// it refused, since it may have seen the half of one state and the half of another.
    ///
    /// - Parameters:
    ///   - parts: the files in the order they came; of one role the last counts, and an uploaded
    ///     timestamp is ignored.
    ///   - gun: the repository.
    ///   - now: the time to check expiry against and to sign at.
    /// - Returns: what was stored.
    /// - Throws: any ``NotaryServiceError`` of those that name a publication.
    @discardableResult
    public func publish(
        _ parts: [PublicationPart],
        to gun: GUN,
        now: UTCTime
    ) async throws(NotaryServiceError) -> CheckedPublication {
        let upload = try Upload(parts)
        for _ in 0..<Self.attempts {
            let stored = try await loaded(gun)
            guard let checked = try await checked(upload, against: stored, now: now) else {
                continue
            }
            let publication = checked.publication
            do {
                try await store.publish(publication)
                heads.keep(Head(of: publication), for: publication.timestamp.sha256)
                keep(checked.basis, of: publication)
                log("published", gun)
                return publication
            } catch .olderVersion(let role, _, _) where upload.contains(role) {
                throw .oldVersion(role: role)
            } catch .unavailable(let reason) {
                throw .updating(reason: reason)
            } catch {
                continue
            }
        }
        throw .oldVersion(role: .timestamp)
    }

    /// What makes parts no upload whatever they are published to; nil when nothing does.
    ///
    /// - Returns: ``NotaryServiceError/invalidRole(name:)`` or
    ///   ``NotaryServiceError/malformedJSON(role:reason:)``.
    public static func fault(in parts: [PublicationPart]) -> NotaryServiceError? {
        do {
            _ = try Upload(parts)
            return nil
        } catch {
            return error
        }
    }

    /// What is stored, and the root and the snapshot it stands for, unless that root is new.
    private typealias Checked = (publication: CheckedPublication, basis: Basis?)
    private typealias Basis = (root: TrustedRoot, snapshot: Snapshot)

    /// - Returns: nil when it was refused, and what it was held against is not current any more.
    private func checked(
        _ upload: Upload,
        against stored: StoredRepository,
        now: UTCTime
    ) async throws(NotaryServiceError) -> Checked? {
        do {
            return try await publication(of: upload, against: stored, now: now)
        } catch {
            let isCurrent = try? await stored.isCurrent()
            guard isCurrent == false else { throw error }
            return nil
        }
    }

    private func publication(
        of upload: Upload,
        against stored: StoredRepository,
        now: UTCTime
    ) async throws(NotaryServiceError) -> Checked {
        let roles = try await upload.checkedRoles(against: stored, now: now)
        let snapshot = try await snapshot(of: upload, over: roles, now: now)
        // A root that was checked just now is read again once, as it will be from then on.
        let basis = stored.root.flatMap { root in
            upload.root == nil ? (root, snapshot.payload) : nil
        }
        do {
            return (try await snapshot.publication(by: issuer, now: now), basis)
        } catch {
            throw .invalidUpdate(.unissued(.timestamp, error))
        }
    }

    private func keep(_ basis: Basis?, of publication: CheckedPublication) {
        guard let basis else { return }
        let state = KnownState(
            timestamp: publication.timestamp,
            root: basis.root,
            snapshot: basis.snapshot
        )
        states.keep(state, for: publication.timestamp.sha256)
    }

    private func loaded(_ gun: GUN) async throws(NotaryServiceError) -> StoredRepository {
        do {
            return try await StoredRepository(
                gun,
                in: store,
                knowing: states,
                head: immediateHeads?.headAtOnce(of: gun) ?? .unknown
            )
        } catch {
            throw .uncheckableUpdate(reason: error.description)
        }
    }

    private func snapshot(
        of upload: Upload,
        over roles: CheckedRoles,
        now: UTCTime
    ) async throws(NotaryServiceError) -> CheckedSnapshot {
        guard let sent = upload.snapshot else {
            return try await issuedSnapshot(over: roles, now: now)
        }
        let file = try sent.file { file in
            .badSnapshot(message: file.message(signedBy: roles.root.root.roleKeys(of: .snapshot)))
        }
        return try await roles.snapshot(file, now: now)
    }

    private func issuedSnapshot(
        over roles: CheckedRoles,
        now: UTCTime
    ) async throws(NotaryServiceError) -> CheckedSnapshot {
        let replaced: Snapshot?
        do {
            replaced = try await roles.stored.snapshot()
        } catch {
            throw .uncheckableUpdate(reason: error.description)
        }
        guard replaced != nil || roles.targets[.targets] != nil else {
            throw .invalidUpdate(.validation(message: "targets must be loaded first"))
        }
        do {
            return try await roles.signedSnapshot(replacing: replaced, by: issuer, now: now)
        } catch {
            throw .invalidUpdate(.unissued(.snapshot, error))
        }
    }
}

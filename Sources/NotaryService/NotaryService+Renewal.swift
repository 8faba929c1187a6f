import TUFCore

extension NotaryService {
    /// The current timestamp and what it lists, renewed when one of them has expired.
    ///
    /// Of several that renew at once the store lets one through, and the others read its result.
    ///
    /// - Throws: ``NotaryServiceError/metadataNotFound``,
    ///   ``NotaryServiceError/missingKeys(role:found:needed:missing:)``,
    ///   ``NotaryServiceError/unknown(reason:)``.
    func renewed(
        _ gun: GUN,
        now: UTCTime
    ) async throws(NotaryServiceError) -> (timestamp: StoredMetadata, head: Head) {
        for _ in 0..<Self.attempts {
            if let served = try await known(gun, now: now) { return served }
            guard let repository = try await verified(gun) else { continue }
            if let served = keptHead(of: repository), now < served.head.expires { return served }
            try await renew(repository, now: now)
        }
        throw .unknown(reason: "`\(gun)` changes faster than it can be read")
    }

    /// What is current, if it was verified before and has not expired.
    private func known(
        _ gun: GUN,
        now: UTCTime
    ) async throws(NotaryServiceError) -> (timestamp: StoredMetadata, head: Head)? {
        let timestamp: StoredMetadata?
        do {
            timestamp = try await store.current(.timestamp, of: gun)
        } catch {
            throw .unknown(reason: error.description)
        }
        guard let timestamp else { throw .metadataNotFound }
        guard let head = heads[timestamp.sha256], now < head.expires else { return nil }
        return (timestamp, head)
    }

    /// What is current, verified; or was when this began, where it has changed meanwhile.
    ///
    /// - Returns: nil when it changed so that what was read does not fit together.
    func verified(_ gun: GUN) async throws(NotaryServiceError) -> ServedRepository? {
        do {
            let stored = try await StoredRepository(gun, in: store, knowing: states)
            let served: Result<ServedRepository?, StoredRepositoryError>
            do {
                if let found = try await ServedRepository(stored) { return found }
                served = .success(nil)
            } catch {
                served = .failure(error)
            }
            guard try await stored.isCurrent() else { return nil }
            guard let served = try served.get() else { throw NotaryServiceError.metadataNotFound }
            return served
        } catch let error as NotaryServiceError {
            throw error
        } catch {
            throw .unknown(reason: "\(error)")
        }
    }

    private func keptHead(
        of repository: ServedRepository
    ) -> (timestamp: StoredMetadata, head: Head)? {
        guard let timestamp = repository.stored.timestamp,
            let snapshot = repository.timestamp.payload.snapshot.hashes[.sha256]
        else { return nil }
        let head = Head(snapshot: snapshot, expires: repository.expires)
        heads.keep(head, for: timestamp.sha256)
        return (timestamp, head)
    }

    private func renew(
        _ repository: ServedRepository,
        now: UTCTime
    ) async throws(NotaryServiceError) {
        let publication: CheckedPublication
        do {
            _ = try repository.root.current(at: UpdateStartTime(now))
            publication = try await repository.renewal(
                expiringBy: now,
                issuer: issuer,
                now: now
            )
        } catch let error as IssuingError {
            throw .notRenewed(error)
        } catch {
            throw .unknown(reason: "\(error)")
        }
        do {
            try await store.publish(publication)
            heads.keep(Head(of: publication), for: publication.timestamp.sha256)
            log("renewed", repository.stored.gun)
        } catch .unavailable(let reason) {
            throw .unknown(reason: reason)
        } catch {
            return
        }
    }
}

extension NotaryServiceError {
    fileprivate static func notRenewed(_ error: IssuingError) -> NotaryServiceError {
        switch error {
        case .missingKeys(let role, let found, let needed, let missing):
            .missingKeys(role: role, found: found, needed: needed, missing: missing)
        case .service, .signing:
            .unknown(reason: error.description)
        }
    }
}

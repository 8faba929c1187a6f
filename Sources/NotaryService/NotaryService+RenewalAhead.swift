public import TUFCore

extension NotaryService {
    /// Renews timestamp and snapshot of a repository if one of them expires within `margin`.
    ///
    /// Any number of instances may do it at once: the store lets one through.
    ///
    /// - Parameters:
    ///   - gun: the repository.
    ///   - margin: how many seconds before its expiry a file is due.
    ///   - now: the time to sign at.
    /// - Returns: what came of it.
    public func renewAhead(_ gun: GUN, margin: Int, now: UTCTime) async -> Renewal {
        do {
            guard let repository = try await verified(gun) else { return .settled }
            let limit = now.adding(seconds: margin)
            guard repository.expires <= limit else { return .settled }
            _ = try repository.root.current(at: UpdateStartTime(now))
            return try await renewAhead(repository, expiringBy: limit, now: now)
        } catch NotaryServiceError.metadataNotFound {
            return .settled
        } catch NotaryServiceError.unknown(let reason) {
            return .failed(reason: reason)
        } catch {
            return .failed(reason: "\(error)")
        }
    }

    private func renewAhead(
        _ repository: ServedRepository,
        expiringBy limit: UTCTime,
        now: UTCTime
    ) async throws -> Renewal {
        do {
            let renewal = try await repository.renewal(
                expiringBy: limit,
                issuer: issuer,
                now: now
            )
            return try await isStored(renewal) ? .renewed : .settled
        } catch let error as IssuingError where error.isSnapshotKeyElsewhere {
            guard repository.timestamp.payload.expires <= limit,
                now < repository.snapshot.payload.expires
            else { throw error }
            // The snapshot is the publisher's to renew; what the server can do, it does.
            let renewal = try await repository.renewal(expiringBy: now, issuer: issuer, now: now)
            let reason = error.description
            return try await isStored(renewal) ? .withoutSnapshot(reason: reason) : .settled
        }
    }

    /// - Returns: false when something else was stored first.
    private func isStored(_ renewal: CheckedPublication) async throws -> Bool {
        do {
            try await store.publish(renewal)
            log("renewed ahead", renewal.gun)
            return true
        } catch StoreError.unavailable(let reason) {
            throw StoreError.unavailable(reason)
        } catch {
            return false
        }
    }
}

extension IssuingError {
    fileprivate var isSnapshotKeyElsewhere: Bool {
        if case .missingKeys(.snapshot, _, _, _) = self { true } else { false }
    }
}

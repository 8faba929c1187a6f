import NotaryClient
import TUFCore

/// Gives out verified repositories: those it has while they are fresh, else updated ones.
///
/// One update of a repository runs at a time, whoever asks for it, so that two of them never race
/// for what is remembered of it.
actor RepositoryResolver {
    private struct Landing: Sendable {
        let need: RepositoryNeed
        let result: Result<VerifiedRepository, RepositoryFailure>
    }

    private struct Failure: Sendable {
        let failure: RepositoryFailure
        let since: UTCTime
    }

    private let update: RepositoryUpdate
    private let options: ImageTrustOptions
    private let now: @Sendable () -> UTCTime
    private let flights = SingleFlight<RepositoryKey, Landing>()
    private var verified: BoundedCache<RepositoryKey, VerifiedRepository>
    private var failures = BoundedCache<RepositoryNeed, Failure>(limit: 1024)

    init(
        update: RepositoryUpdate,
        options: ImageTrustOptions,
        now: @escaping @Sendable () -> UTCTime
    ) {
        self.update = update
        self.options = options
        self.now = now
        verified = BoundedCache(limit: options.repositoryCacheBytes)
    }

    /// What there is without waiting.
    func standing(of need: RepositoryNeed) -> RepositoryStanding {
        let time = now()
        guard let known = known(need) else { return .unknown }
        if known.isFresh(at: time, within: options.refreshInterval) { return .fresh(known) }
        return known.isFresh(at: time, within: options.staleLimit) ? .stale(known) : .unknown
    }

    /// What is known of the repository now, once the trust server has been asked where it must be.
    ///
    /// - Throws: `CancellationError` when the waiting task is cancelled.
    func resolution(of need: RepositoryNeed) async throws -> RepositoryResolution {
        while true {
            let time = now()
            let known = known(need)
            if let known, known.isFresh(at: time, within: options.refreshInterval) {
                return .verified(known, warnings: [])
            }
            if let failure = recentFailure(of: need, at: time) {
                return resolution(after: failure, of: need, at: time)
            }
            let landing = try await flights.value(for: need.key) { [self] in
                await land(widened(need))
            }
            switch landing.result {
            case .success(let found) where found.roles.isSuperset(of: need.roles):
                return .verified(found, warnings: [])
            case .failure(let failure) where landing.need.isOfSameOutcome(as: need):
                return resolution(after: failure, of: need, at: now())
            case .success, .failure:
                continue  // somebody else's roles or credentials: this one needs its own update
            }
        }
    }

    /// Ends what is under way.
    func cancelAll() async { await flights.cancelAll() }

    private func known(_ need: RepositoryNeed) -> VerifiedRepository? {
        guard let known = verified.value(for: need.key), known.roles.isSuperset(of: need.roles)
        else { return nil }
        return known
    }

    /// The need with the roles that others need, so that theirs stay fresh as well.
    private func widened(_ need: RepositoryNeed) -> RepositoryNeed {
        let others = verified.value(for: need.key)?.roles ?? []
        return RepositoryNeed(
            key: need.key,
            identity: need.identity,
            roles: need.roles.union(others)
        )
    }

    private func land(_ need: RepositoryNeed) async -> Landing {
        let result = await update.run(need, at: now())
        switch result {
        case .success(let found):
            verified.keep(found, for: need.key, cost: found.size)
        case .failure(let failure):
            failures.keep(Failure(failure: failure, since: now()), for: need)
        }
        return Landing(need: need, result: result)
    }

    private func recentFailure(
        of need: RepositoryNeed,
        at time: UTCTime
    ) -> RepositoryFailure? {
        let need = widened(need)
        guard let known = failures.value(for: need) else { return nil }
        let end = known.since.adding(seconds: options.failureInterval)
        if known.since <= time, time < end { return known.failure }
        failures.remove(need)
        return nil
    }

    /// The failure; or, where the server could not be asked, what is known from shortly before.
    private func resolution(
        after failure: RepositoryFailure,
        of need: RepositoryNeed,
        at time: UTCTime
    ) -> RepositoryResolution {
        guard case .unavailable(let reason) = failure, let known = known(need),
            known.isFresh(at: time, within: options.staleLimit)
        else { return .failed(failure) }
        let warning = "trust data of \(need.key.gun) is from \(known.verifiedAt): \(reason)"
        return .verified(known, warnings: [warning])
    }
}

extension RepositoryNeed {
    /// Whether the failure of this need's update is the other's as well.
    fileprivate func isOfSameOutcome(as other: RepositoryNeed) -> Bool {
        identity == other.identity && roles.isSuperset(of: other.roles)
    }
}

import NotaryClient
import Synchronization
import TUFCore

/// What was proven of a repository, when, and which of its delegated roles were looked at.
///
/// Searches by digest scan a role's file, so their results are remembered, a bounded number of
/// them, for as long as this state is in use.
final class VerifiedRepository: Sendable {
    let repository: TrustedRepository
    let verifiedAt: UTCTime
    /// The delegated roles that were asked for, there or not.
    let roles: Set<RoleName>
    /// Whether the root was believed because nothing better is configured.
    let isFirstUse: Bool

    private struct DigestSearch: Hashable, Sendable {
        let digest: Digest
        let role: RoleName
    }

    private static let rememberedSearches = 4096
    private let searches: Mutex<BoundedCache<DigestSearch, [TrustedTarget]>>

    init(
        _ repository: TrustedRepository,
        verifiedAt: UTCTime,
        roles: Set<RoleName>,
        isFirstUse: Bool
    ) {
        self.repository = repository
        self.verifiedAt = verifiedAt
        self.roles = roles
        self.isFirstUse = isFirstUse
        searches = Mutex(BoundedCache(limit: Self.rememberedSearches))
    }

    /// The bytes of its files, about what it costs to keep.
    var size: Int {
        repository.roles.values.reduce(repository.snapshot.verified.rawBytes.count) {
            $0 + $1.verified.rawBytes.count
        }
    }

    /// Whether it may be used at `time` without asking the server again.
    func isFresh(at time: UTCTime, within seconds: Int) -> Bool {
        isUsable(at: time) && time < verifiedAt.adding(seconds: seconds)
    }

    /// Whether nothing in it has expired at `time`, and the clock was not set back since.
    func isUsable(at time: UTCTime) -> Bool {
        verifiedAt <= time && time < repository.expires
    }

    /// The target of that name in a role.
    func target(named name: String, in role: RoleName) throws(UpdateError) -> TrustedTarget? {
        try TargetSearch(in: repository).target(named: name, in: role)
    }

    /// The targets of that digest in a role.
    func targets(with digest: Digest, in role: RoleName) throws(UpdateError) -> [TrustedTarget] {
        let search = DigestSearch(digest: digest, role: role)
        if let known = searches.withLock({ $0.value(for: search) }) { return known }
        let found = try TargetSearch(in: repository).targets(with: digest, in: role)
        searches.withLock { $0.keep(found, for: search, cost: 1 + found.count) }
        return found
    }
}

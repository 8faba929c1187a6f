public import NotaryClient

/// How image trust is looked up.
///
/// Each option has a default.
public struct ImageTrustOptions: Sendable {
    /// Whether a repository that no policy pins is refused, instead of its first root believed.
    public var requiresPins = false
    /// Seconds for which what was verified is used without asking the trust server again.
    public var refreshInterval = 60
    /// Seconds for which what was verified is used when the trust server cannot be reached.
    ///
    /// Counted from when it was verified; what has expired is never used. 0: not at all.
    public var staleLimit = 600
    /// How long a refresh is waited for when there is known data to use instead.
    public var refreshPatience = Duration.seconds(2)
    /// Seconds for which a failure is the answer without asking the trust server again.
    public var failureInterval = 2
    /// How long one update may take, whoever waits for it.
    public var updateTimeout = Duration.seconds(30)
    /// Questions that are resolved at once for one review.
    public var concurrency = 16
    /// Bytes of verified repositories that are kept.
    public var repositoryCacheBytes = 128 << 20
    /// Bytes of fetched files that are kept.
    public var fileCacheBytes = 64 << 20
    /// Who may issue tokens.
    public var realms = RealmRule()

    /// The defaults.
    public init() {}
}

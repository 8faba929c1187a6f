/// How renewal before expiry goes about its work.
public struct RenewalSettings: Hashable, Sendable {
    /// How many seconds before its expiry a file is due.
    public var margin: Int
    /// How many repositories one round renews at most.
    public var mostRenewals: Int
    /// How many faults end a round: what ails so many ails the rest, such as a signer that is down.
    public var mostFaults: Int
    /// How many entries one round reads from the store at most, those it leaves alone included.
    public var mostEntries: Int
    /// After so many seconds a repository with a fault is tried again; twice as long after each
    /// further fault.
    public var firstRetry: Int
    /// The longest that a repository with a fault is left alone, in seconds.
    public var longestRetry: Int

    /// Settings for a margin, with limits that fit a server of many thousand repositories.
    public init(
        margin: Int,
        mostRenewals: Int = 1000,
        mostFaults: Int = 20,
        mostEntries: Int = 10_000,
        firstRetry: Int = 60,
        longestRetry: Int = 6 * 3600
    ) {
        self.margin = margin
        self.mostRenewals = mostRenewals
        self.mostFaults = mostFaults
        self.mostEntries = mostEntries
        self.firstRetry = firstRetry
        self.longestRetry = longestRetry
    }
}

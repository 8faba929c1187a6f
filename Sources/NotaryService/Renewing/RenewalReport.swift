public import TUFCore

/// What one round of renewals did.
public struct RenewalReport: Hashable, Sendable {
    /// A repository that could not be renewed, or not wholly.
    public struct Fault: Hashable, Sendable {
        /// The repository.
        public let gun: GUN
        /// What is wrong.
        public let reason: String
        /// Whether this was not said of it before: what is not news need not be logged again.
        public let isNews: Bool
    }

    /// How many were renewed.
    public var renewed = 0
    /// How many others had seen to already.
    public var settled = 0
    /// Those that could not be renewed, or only their timestamp.
    public var faults: [Fault] = []
    /// How many are known to have a fault, those that wait for their next try included.
    public var failing = 0
    /// Why the store did not say what is due; nil when it did.
    public var storeFault: String?

    /// A report of nothing.
    public init() {}
}

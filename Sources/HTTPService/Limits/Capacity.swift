import Synchronization

/// How much of something may be in use at once, and how much is.
public final class Capacity: Sendable {
    /// How much there is.
    public let total: Int
    private let used = Mutex(0)

    /// A capacity of which nothing is used yet.
    public init(_ total: Int) {
        self.total = total
    }

    /// How much is used now.
    public var inUse: Int { used.withLock { $0 } }

    /// Takes `amount` if so much is left; what is taken must be given back.
    public func take(_ amount: Int = 1) -> Bool {
        used.withLock { used in
            guard total - used >= amount else { return false }
            used += amount
            return true
        }
    }

    /// Gives back what was taken.
    public func give(_ amount: Int = 1) {
        used.withLock { $0 -= amount }
    }
}

public import TUFCore

/// What is remembered of a repository for good: enough to notice a rollback or another root.
public struct TrustState: Hashable, Sendable {
    /// The newest root that was trusted, exactly as received.
    public let root: [UInt8]
    /// The highest versions that were trusted.
    public let floors: VersionFloors

    /// Takes what an update has proven.
    public init(root: [UInt8], floors: VersionFloors) {
        self.root = root
        self.floors = floors
    }
}

public import TUFCore

/// One entry of the changefeed.
public struct Change: Hashable, Sendable {
    /// What happened to the repository.
    public enum Kind: Hashable, Sendable {
        /// A new timestamp was stored: by a publication, or by a renewal.
        case update(timestampVersion: MetadataVersion, sha256: Digest)
        /// The repository was deleted.
        case deletion
    }

    /// The place in the feed: given out in the order of the commits, so that a poller that has
    /// seen `id` never misses a smaller one that was committed later.
    public let id: Int
    /// When it was stored.
    public let createdAt: UTCTime
    /// The repository.
    public let gun: GUN
    /// What happened.
    public let kind: Kind

    /// An entry as a back end reads it back.
    public init(id: Int, createdAt: UTCTime, gun: GUN, kind: Kind) {
        self.id = id
        self.createdAt = createdAt
        self.gun = gun
        self.kind = kind
    }
}

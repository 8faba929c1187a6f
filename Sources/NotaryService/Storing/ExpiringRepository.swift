public import TUFCore

/// A repository, and when what it serves expires.
public struct ExpiringRepository: Hashable, Sendable {
    /// The repository.
    public let gun: GUN
    /// The earlier expiry of its current timestamp and snapshot, in whole seconds, rounded down.
    public let expires: UTCTime

    /// An entry as a store keeps it; fractions of a second are cut off.
    public init(gun: GUN, expires: UTCTime) {
        self.gun = gun
        self.expires = UTCTime(seconds: expires.seconds)
    }
}

extension ExpiringRepository: Comparable {
    /// Orders by expiry, then by the bytes of the name.
    public static func < (one: ExpiringRepository, other: ExpiringRepository) -> Bool {
        guard one.expires == other.expires else { return one.expires < other.expires }
        return one.gun.name.utf8.lexicographicallyPrecedes(other.gun.name.utf8)
    }
}

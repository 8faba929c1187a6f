/// The most that one update may ask of a client.
///
/// Each has a name and a default.
public struct UpdateLimits: Sendable {
    /// Bytes of `timestamp`, whose length nobody lists.
    public var timestampBytes = 1 << 20
    /// Bytes of a root, whose length nobody lists.
    public var rootBytes = 4 << 20
    /// Bytes of a snapshot that is listed without a length.
    public var snapshotBytes = 100 << 20
    /// Bytes of a targets file that is listed without a length.
    public var targetsBytes = 100 << 20
    /// Bytes of a file, whatever length is listed for it.
    public var listedBytes = 100 << 20
    /// Roots to follow in one update.
    public var rootRotations = 1024
    /// Delegated roles to fetch in one update.
    public var delegatedRoles = 1024

    /// Those of Notary's client, which lists a length for all but root and timestamp.
    public init() {}

    /// Those of TUF 1.0 clients, which may have to read files that nobody gives a length for.
    public static var tuf: UpdateLimits {
        var limits = UpdateLimits()
        limits.timestampBytes = 16_384
        limits.rootBytes = 512_000
        limits.snapshotBytes = 2_000_000
        limits.targetsBytes = 5_000_000
        limits.rootRotations = 256
        limits.delegatedRoles = 32
        return limits
    }
}

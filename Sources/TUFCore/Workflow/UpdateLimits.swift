/// The most that one update may ask of a client.
///
/// Each has a name and a default.
public struct UpdateLimits: Sendable {
    /// Bytes of `timestamp`, whose length nobody lists.
    public var timestampBytes = 1 << 20
    /// Bytes of a root, whose length nobody lists.
    public var rootBytes = 4 << 20
    /// Bytes of a file that is listed without a length.
    public var unlistedBytes = 100 << 20
    /// Roots to follow in one update.
    public var rootRotations = 1024
    /// Delegated roles to fetch in one update.
    public var delegatedRoles = 1024

    /// The defaults.
    public init() {}
}

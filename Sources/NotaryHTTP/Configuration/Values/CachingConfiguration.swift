/// How long caches may keep what is served: `caching.max_age`.
struct CachingConfiguration: Hashable, Sendable {
    /// The most seconds that can be configured: a year.
    static let maximumAge = 31_536_000

    /// Seconds for the newest file of a role: five minutes, then ask again.
    var current = 300
    /// Seconds for a file by hash or version, which never changes: thirty days.
    var consistent = 2_592_000

    /// What holds for a file.
    func policy(of file: FileRequest) -> CachePolicy {
        file.selection == .current
            ? CachePolicy(kind: .current, maximumAge: current)
            : CachePolicy(kind: .consistent, maximumAge: consistent)
    }
}

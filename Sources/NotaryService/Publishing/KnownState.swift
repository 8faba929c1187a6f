import TUFCore

/// What a timestamp that was published here stands for: while it is current, nothing of it has to
/// be read and verified again.
struct KnownState: Sendable {
    let timestamp: StoredMetadata
    let root: TrustedRoot
    /// Was found to list the root with hashes that it has, or was made so.
    let snapshot: Snapshot
}

import TUFCore

/// What a timestamp that was published here stands for: while it is current, nothing of it has to
/// be read and verified again.
struct KnownState: Sendable {
    let root: TrustedRoot
    let snapshot: Snapshot
}

public import TUFCore

/// Until when a file that was read may be sent again: while the repository's head stays.
///
/// Every publication, renewal and deletion changes the head, and none comes back.
public struct ReadMark: Hashable, Sendable {
    /// The repository.
    public let gun: GUN
    /// SHA-256 of the timestamp that was current before the file was read.
    public let head: Digest
    /// From when on the file must be renewed before it is sent; nil for one that never is.
    public let expires: UTCTime?
}

public import TUFCore

/// Where repositories are kept.
///
/// Contract, proven by one suite for every back end:
/// - Names are compared as bytes: `small`, `SMALL`, `small ` and `smäll` are four repositories.
/// - What a call that returned has written is on stable storage and is seen by every later read.
/// - A call that throws has written nothing.
/// - No call blocks the thread it is made on.
public protocol MetadataStore: Sendable {
    /// The newest version of a role.
    ///
    /// - Returns: nil when the repository or the role does not exist.
    /// - Throws: ``StoreError/unavailable(_:)``.
    func current(_ role: RoleName, of gun: GUN) async throws(StoreError) -> StoredMetadata?

    /// SHA-256 of the current timestamp: every publication and deletion changes it. One indexed
    /// read, without the file.
    ///
    /// - Returns: nil when the repository does not exist.
    /// - Throws: ``StoreError/unavailable(_:)``.
    func head(of gun: GUN) async throws(StoreError) -> Digest?

    /// The version of a role whose bytes have this SHA-256.
    ///
    /// - Returns: nil when there is none, or it belongs to another role or repository.
    /// - Throws: ``StoreError/unavailable(_:)``.
    func metadata(
        _ role: RoleName,
        of gun: GUN,
        sha256: Digest
    ) async throws(StoreError) -> StoredMetadata?

    /// One version of a role; all versions are kept until the repository is deleted.
    ///
    /// - Returns: nil when there is none.
    /// - Throws: ``StoreError/unavailable(_:)``.
    func metadata(
        _ role: RoleName,
        of gun: GUN,
        version: MetadataVersion
    ) async throws(StoreError) -> StoredMetadata?

    /// Adds all the files of `publication` and an entry of the changefeed for its timestamp, or
    /// nothing.
    ///
    /// The versions are looked at first, in the order of the files, and the basis after them.
    ///
    /// - Throws: ``StoreError/olderVersion(role:stored:offered:)`` if any file is not newer than
    ///   every stored one of its role; ``StoreError/basisChanged(gun:)`` if the current timestamp
    ///   is not the one the publication was checked against; ``StoreError/unavailable(_:)``.
    func publish(_ publication: CheckedPublication) async throws(StoreError)

    /// Removes every file of exactly this repository, and adds an entry of the changefeed if
    /// there were any.
    ///
    /// - Throws: ``StoreError/unavailable(_:)``.
    func delete(_ gun: GUN, at time: UTCTime) async throws(StoreError)

    /// The repositories whose current timestamp or snapshot has expired at `time`, the one that
    /// expires first before the others, and by the bytes of their names where alike.
    ///
    /// Found by an index: it costs what it returns, however many repositories there are.
    ///
    /// - Parameters:
    ///   - time: those that expire then or before.
    ///   - last: only those after this one, the last of the page before; nil for the first page.
    ///   - limit: how many at most.
    /// - Returns: a page; empty at the end.
    /// - Throws: ``StoreError/unavailable(_:)``.
    func repositories(
        expiringBy time: UTCTime,
        after last: ExpiringRepository?,
        limit: Int
    ) async throws(StoreError) -> [ExpiringRepository]

    /// Entries of the changefeed, oldest first.
    ///
    /// - Throws: ``StoreError/unavailable(_:)``.
    func changes(_ query: ChangefeedQuery) async throws(StoreError) -> [Change]

    /// Whether the store answers, for health checks.
    ///
    /// - Throws: ``StoreError/unavailable(_:)`` with the reason.
    func checkHealth() async throws(StoreError)
}

import TUFCore

/// What a repository holds while an update is checked against it.
///
/// The timestamp is read first. Every publication adds one, so if anything that is read later was
/// stored in between, the store finds another timestamp than ``basis`` and refuses.
struct StoredRepository: Sendable {
    let gun: GUN
    /// The current timestamp, nil for a repository that does not exist.
    let timestamp: StoredMetadata?
    /// The current root; expired or not.
    let root: TrustedRoot?
    private let store: any MetadataStore
    /// What its timestamp is known to stand for.
    private let known: KnownState?

    /// Reads it, but for what its timestamp is known to stand for.
    ///
    /// - Parameters:
    ///   - gun: the repository.
    ///   - store: where it is.
    ///   - states: what is known.
    ///   - head: what the store says at once of its timestamp.
    /// - Throws: ``StoredRepositoryError``.
    init(
        _ gun: GUN,
        in store: any MetadataStore,
        knowing states: KnownStates,
        head: HeadAtOnce = .unknown
    ) async throws(StoredRepositoryError) {
        self.gun = gun
        self.store = store
        if case .known(let head?) = head, let state = states[head, of: gun] {
            timestamp = state.timestamp
            known = state
        } else {
            timestamp = try await Self.current(.timestamp, of: gun, in: store)
            known = timestamp.flatMap { states[$0.sha256, of: gun] }
        }
        if let known {
            root = known.root
        } else {
            root = try await Self.current(.root, of: gun, in: store)
                .map { file throws(StoredRepositoryError) in try Self.trusted(file, of: gun) }
        }
    }

    /// What the publication that follows is held against.
    var basis: Digest? { timestamp?.sha256 }

    /// The current file of a targets role, not verified; nil when there is none.
    func targets(
        _ role: RoleName
    ) async throws(StoredRepositoryError) -> Unverified<Targets>? {
        guard let file = try await Self.current(role, of: gun, in: store) else { return nil }
        return try Self.parsed(file)
    }

    /// The current snapshot, signed as the current root demands; nil when there is none.
    func snapshot() async throws(StoredRepositoryError) -> Snapshot? {
        if let known { return known.snapshot }
        guard let root, let file = try await Self.current(.snapshot, of: gun, in: store) else {
            return nil
        }
        let verified: Verified<Snapshot> = try Self.verified(file, under: root)
        return verified.payload
    }

    /// How the current snapshot lists the root, where that is known to be how it would be listed
    /// anew: the hashes of a root that has not changed need not be made again.
    func listed(_ root: TrustedRoot) -> MetaFile? {
        let bytes = root.verified.rawBytes
        guard let known, known.root.verified.rawBytes == bytes,
            let file = known.snapshot[.root], file.length == bytes.count,
            file.hashes[.sha256] != nil, file.hashes[.sha512] != nil
        else { return nil }
        return file
    }

    /// The snapshot that a timestamp lists; nil when it is not there.
    func snapshot(
        listedBy timestamp: Timestamp,
        under root: TrustedRoot
    ) async throws(StoredRepositoryError) -> Verified<Snapshot>? {
        guard let digest = timestamp.snapshot.hashes[.sha256] else { return nil }
        let found: StoredMetadata?
        do {
            found = try await store.metadata(.snapshot, of: gun, sha256: digest)
        } catch {
            throw .store(error)
        }
        return try found.map { file throws(StoredRepositoryError) in
            try Self.verified(file, under: root)
        }
    }

    /// Whether nothing was published since this was read.
    func isCurrent() async throws(StoredRepositoryError) -> Bool {
        try await Self.current(.timestamp, of: gun, in: store)?.sha256 == basis
    }

    /// A stored file, its signatures checked.
    static func verified<Payload>(
        _ file: StoredMetadata,
        under root: TrustedRoot
    ) throws(StoredRepositoryError) -> Verified<Payload> {
        let unverified: Unverified<Payload> = try parsed(file)
        do {
            return try unverified.verified(by: root.root.roleKeys(of: file.role))
        } catch {
            throw .untrusted(role: file.role, error)
        }
    }

    private static func current(
        _ role: RoleName,
        of gun: GUN,
        in store: any MetadataStore
    ) async throws(StoredRepositoryError) -> StoredMetadata? {
        do {
            return try await store.current(role, of: gun)
        } catch {
            throw .store(error)
        }
    }

    private static func trusted(
        _ file: StoredMetadata,
        of gun: GUN
    ) throws(StoredRepositoryError) -> TrustedRoot {
        let unverified: Unverified<Root> = try parsed(file)
        do {
            return try unverified.trustedAsPersisted(rules: NotaryRootRules(gun: gun))
        } catch {
            throw .untrusted(role: .root, error)
        }
    }

    private static func parsed<Payload>(
        _ file: StoredMetadata
    ) throws(StoredRepositoryError) -> Unverified<Payload> {
        do {
            return try Unverified(parsing: file.bytes, as: file.role, in: .notary)
        } catch {
            throw .untrusted(role: file.role, .malformed(role: file.role, error))
        }
    }
}

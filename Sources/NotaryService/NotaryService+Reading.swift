public import TUFCore

extension NotaryService {
    /// The current file of a role; an expired timestamp or snapshot is renewed first.
    ///
    /// - Throws: ``NotaryServiceError/metadataNotFound``,
    ///   ``NotaryServiceError/missingKeys(role:found:needed:missing:)``,
    ///   ``NotaryServiceError/unknown(reason:)``.
    public func current(
        _ role: RoleName,
        of gun: GUN,
        now: UTCTime
    ) async throws(NotaryServiceError) -> StoredMetadata {
        switch role {
        case .timestamp:
            return try await renewed(gun, now: now).timestamp
        case .snapshot:
            let digest = try await renewed(gun, now: now).head.snapshot
            return try await metadata(.snapshot, of: gun, digest: digest)
        default:
            return try await found { () throws(StoreError) in
                try await store.current(role, of: gun)
            }
        }
    }

    /// The file of a role with this SHA-256; never renewed.
    ///
    /// - Parameters:
    ///   - role: the role the file must belong to.
    ///   - gun: the repository.
    ///   - digest: finds only SHA-256, as Notary does.
    /// - Returns: the stored file.
    /// - Throws: ``NotaryServiceError/metadataNotFound``, ``NotaryServiceError/unknown(reason:)``.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        digest: Digest
    ) async throws(NotaryServiceError) -> StoredMetadata {
        guard digest.algorithm == .sha256 else { throw .metadataNotFound }
        return try await found { () throws(StoreError) in
            try await store.metadata(role, of: gun, sha256: digest)
        }
    }

    /// One version of a role's file; never renewed.
    ///
    /// - Throws: ``NotaryServiceError/metadataNotFound``, ``NotaryServiceError/unknown(reason:)``.
    public func metadata(
        _ role: RoleName,
        of gun: GUN,
        version: Int
    ) async throws(NotaryServiceError) -> StoredMetadata {
        guard let version = try? MetadataVersion(version) else { throw .metadataNotFound }
        return try await found { () throws(StoreError) in
            try await store.metadata(role, of: gun, version: version)
        }
    }

    /// Entries of the changefeed, oldest first.
    ///
    /// - Throws: ``NotaryServiceError/unknown(reason:)``.
    public func changes(_ query: ChangefeedQuery) async throws(NotaryServiceError) -> [Change] {
        do {
            return try await store.changes(query)
        } catch {
            throw .unknown(reason: error.description)
        }
    }

    /// Whether the changefeed has one entry of the repository in this second and no more, so that
    /// a time in whole seconds tells the files of before it from those of after it.
    ///
    /// - Throws: ``NotaryServiceError/unknown(reason:)``.
    public func isOnlyChange(
        of gun: GUN,
        inSecondOf time: UTCTime
    ) async throws(NotaryServiceError) -> Bool {
        let limit = ChangefeedQuery.defaultLimit
        let newest = try await changes(ChangefeedQuery(records: -limit, changeID: 0, gun: gun))
        let isComplete =
            newest.count < limit
            || newest.contains { $0.createdAt.seconds < time.seconds }
        return isComplete && newest.count { $0.createdAt.seconds == time.seconds } == 1
    }

    /// Removes exactly this repository.
    ///
    /// Its keys stay. It is no error when there is none.
    ///
    /// - Throws: ``NotaryServiceError/unknown(reason:)``.
    public func delete(_ gun: GUN, now: UTCTime) async throws(NotaryServiceError) {
        do {
            try await store.delete(gun, at: now)
            log("deleted", gun)
        } catch {
            throw .unknown(reason: error.description)
        }
    }

    private func found(
        _ read: () async throws(StoreError) -> StoredMetadata?
    ) async throws(NotaryServiceError) -> StoredMetadata {
        let file: StoredMetadata?
        do {
            file = try await read()
        } catch {
            throw .unknown(reason: error.description)
        }
        guard let file else { throw .metadataNotFound }
        return file
    }
}

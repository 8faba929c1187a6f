import NotaryService
import TUFCore

/// A store whose back end is gone.
struct FailingMetadataStore: MetadataStore {
    func current(_ role: RoleName, of gun: GUN) async throws(StoreError) -> StoredMetadata? {
        throw .unavailable("gone")
    }

    func metadata(
        _ role: RoleName,
        of gun: GUN,
        sha256: Digest
    ) async throws(StoreError) -> StoredMetadata? {
        throw .unavailable("gone")
    }

    func metadata(
        _ role: RoleName,
        of gun: GUN,
        version: MetadataVersion
    ) async throws(StoreError) -> StoredMetadata? {
        throw .unavailable("gone")
    }

    func publish(_ publication: CheckedPublication) async throws(StoreError) {
        throw .unavailable("gone")
    }

    func delete(_ gun: GUN, at time: UTCTime) async throws(StoreError) {
        throw .unavailable("gone")
    }

    func changes(_ query: ChangefeedQuery) async throws(StoreError) -> [Change] {
        throw .unavailable("gone")
    }

    func checkHealth() async throws(StoreError) {
        throw .unavailable("gone")
    }
}

import TUFCore

/// Metadata files that were fetched by their digest, which can never change.
///
/// Shared by all who fetch from the same place as the same identity.
actor FileCache {
    /// Where a file came from and who was let in to it.
    struct Origin: Hashable, Sendable {
        let server: String
        let gun: GUN
        let identity: CredentialIdentity
    }

    private struct Key: Hashable, Sendable {
        let origin: Origin
        let role: RoleName
        let digest: Digest
    }

    private var files: BoundedCache<Key, [UInt8]>

    /// Makes an empty cache of at most `limit` bytes.
    init(limit: Int) {
        files = BoundedCache(limit: limit)
    }

    func file(of role: RoleName, with digest: Digest, from origin: Origin) -> [UInt8]? {
        files.value(for: Key(origin: origin, role: role, digest: digest))
    }

    /// Keeps a file, unless it does not have the digest it was asked for by.
    func keep(_ bytes: [UInt8], of role: RoleName, as digest: Digest, from origin: Origin) {
        guard digest.algorithm.digest(of: bytes) == digest else { return }
        let key = Key(origin: origin, role: role, digest: digest)
        files.keep(bytes, for: key, cost: bytes.count)
    }
}

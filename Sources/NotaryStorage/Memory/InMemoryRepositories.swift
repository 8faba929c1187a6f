import NotaryService
import TUFCore

/// What a store in memory holds.
struct InMemoryRepositories {
    private typealias Versions = [StoredMetadata]

    /// Oldest version first.
    private var files: [GUN: [RoleName: Versions]] = [:]
    private var expiring = ExpiryIndex()
    /// Oldest first.
    private(set) var feed: [Change] = []

    /// The newest version of a role.
    func current(_ role: RoleName, of gun: GUN) -> StoredMetadata? {
        versions(of: role, in: gun).last
    }

    /// The newest version of a role that is as asked for.
    func last(
        _ role: RoleName,
        of gun: GUN,
        where isWanted: (StoredMetadata) -> Bool
    ) -> StoredMetadata? {
        versions(of: role, in: gun).last(where: isWanted)
    }

    /// Adds all the files of a publication, or throws and adds nothing.
    mutating func publish(_ publication: CheckedPublication) throws(StoreError) {
        let gun = publication.gun
        for file in publication.files {
            guard let stored = current(file.role, of: gun) else { continue }
            guard stored.version.number < file.version.number else {
                throw .olderVersion(
                    role: file.role,
                    stored: stored.version,
                    offered: file.version
                )
            }
        }
        guard current(.timestamp, of: gun)?.sha256 == publication.basis else {
            throw .basisChanged(gun: gun)
        }
        for file in publication.files {
            files[gun, default: [:]][file.role, default: []].append(file)
        }
        append(publication.timestamp.change, of: gun, at: publication.time)
        expiring.note(ExpiringRepository(publication))
    }

    /// Removes a repository.
    ///
    /// - Returns: whether there was one.
    mutating func delete(_ gun: GUN, at time: UTCTime) -> Bool {
        guard files.removeValue(forKey: gun) != nil else { return false }
        append(.deletion, of: gun, at: time)
        expiring.remove(gun)
        return true
    }

    /// Those that expire by a time.
    func expiring(
        by time: UTCTime,
        after last: ExpiringRepository?,
        limit: Int
    ) -> [ExpiringRepository] {
        expiring.repositories(expiringBy: time, after: last, limit: limit)
    }

    private func versions(of role: RoleName, in gun: GUN) -> Versions {
        files[gun]?[role] ?? []
    }

    private mutating func append(_ kind: Change.Kind, of gun: GUN, at time: UTCTime) {
        feed.append(Change(id: feed.count + 1, createdAt: time, gun: gun, kind: kind))
    }
}

extension ExpiringRepository {
    /// When what a publication makes current expires.
    init(_ publication: CheckedPublication) {
        self.init(gun: publication.gun, expires: publication.expires)
    }
}

extension StoredMetadata {
    /// The changefeed's word for storing this timestamp.
    var change: Change.Kind { .update(timestampVersion: version, sha256: sha256) }
}

import NotaryService
import TUFCore

/// When the repositories in memory expire, in order.
struct ExpiryIndex {
    private var expiries: [GUN: UTCTime] = [:]
    private var ordered: [ExpiringRepository] = []

    /// Notes when a repository expires, in place of what was noted before.
    mutating func note(_ repository: ExpiringRepository) {
        remove(repository.gun)
        expiries[repository.gun] = repository.expires
        ordered.insert(repository, at: place(of: repository))
    }

    mutating func remove(_ gun: GUN) {
        guard let expires = expiries.removeValue(forKey: gun) else { return }
        ordered.remove(at: place(of: ExpiringRepository(gun: gun, expires: expires)))
    }

    func repositories(
        expiringBy time: UTCTime,
        after last: ExpiringRepository?,
        limit: Int
    ) -> [ExpiringRepository] {
        let start = last.map(placeAfter) ?? 0
        return Array(ordered[start...].prefix { $0.expires <= time }.prefix(limit))
    }

    private func placeAfter(_ repository: ExpiringRepository) -> Int {
        let place = place(of: repository)
        return ordered.indices.contains(place) && ordered[place] == repository ? place + 1 : place
    }

    /// The first place whose entry is not before this one.
    private func place(of repository: ExpiringRepository) -> Int {
        var range = 0..<ordered.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range =
                ordered[middle] < repository
                ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}

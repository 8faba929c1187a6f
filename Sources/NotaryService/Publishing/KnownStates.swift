import TUFCore

/// What the timestamps of late stand for, a bounded number of them.
struct KnownStates: Sendable {
    private let cache: GenerationalCache<Digest, KnownState>

    init(capacity: Int = 1024) {
        cache = GenerationalCache(capacity: capacity)
    }

    /// What the timestamp with this SHA-256 stands for, if it is one of that repository.
    subscript(timestamp: Digest, of gun: GUN) -> KnownState? {
        cache[timestamp].flatMap { $0.root.rules.gun == gun ? $0 : nil }
    }

    func keep(_ state: KnownState, for timestamp: Digest) {
        cache.keep(state, for: timestamp)
    }
}

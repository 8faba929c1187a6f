import Synchronization
import TUFCore

/// What the timestamps of late stand for, a bounded number of them.
///
/// Two generations: once the younger has half of all, it becomes the older one, and what nobody
/// asked for meanwhile is dropped.
final class KnownStates: Sendable {
    private struct Generations {
        var young: [Digest: KnownState] = [:]
        var old: [Digest: KnownState] = [:]
    }

    private let capacity: Int
    private let generations = Mutex(Generations())

    init(capacity: Int = 1024) {
        self.capacity = capacity
    }

    /// What the timestamp with this SHA-256 stands for, if it is one of that repository.
    subscript(timestamp: Digest, of gun: GUN) -> KnownState? {
        generations.withLock { generations in
            let known = generations.young[timestamp] ?? generations.old[timestamp]
            guard let known, known.root.rules.gun == gun else { return nil }
            keep(known, for: timestamp, in: &generations)
            return known
        }
    }

    func keep(_ state: KnownState, for timestamp: Digest) {
        generations.withLock { keep(state, for: timestamp, in: &$0) }
    }

    private func keep(
        _ state: KnownState,
        for timestamp: Digest,
        in generations: inout Generations
    ) {
        generations.young[timestamp] = state
        guard generations.young.count > capacity / 2 else { return }
        generations.old = generations.young
        generations.young = [:]
    }
}

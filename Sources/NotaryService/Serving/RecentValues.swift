import Synchronization

/// Values by key, a bounded number of them.
///
/// Two generations: once the younger has half of all, it becomes the older one, and what nobody
/// asked for meanwhile is dropped.
final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Generations {
        var young: [Key: Value] = [:]
        var old: [Key: Value] = [:]
    }

    private let capacity: Int
    private let generations = Mutex(Generations())

    init(capacity: Int) {
        self.capacity = capacity
    }

    subscript(key: Key) -> Value? {
        generations.withLock { generations in
            if let value = generations.young[key] { return value }
            guard let value = generations.old[key] else { return nil }
            keep(value, for: key, in: &generations)
            return value
        }
    }

    func keep(_ value: Value, for key: Key) {
        generations.withLock { keep(value, for: key, in: &$0) }
    }

    private func keep(_ value: Value, for key: Key, in generations: inout Generations) {
        generations.young[key] = value
        guard generations.young.count > capacity / 2 else { return }
        generations.old = generations.young
        generations.young = [:]
    }
}

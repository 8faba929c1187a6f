import Synchronization

/// What was asked for lately, within a size.
///
/// Two generations: what is asked for comes into the younger one; once that is half of all, it
/// becomes the older one, and what nobody asked for meanwhile is dropped.
package final class GenerationalCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Generations {
        var young: [Key: Value] = [:]
        var youngSize = 0
        var old: [Key: Value] = [:]
        var oldSize = 0
    }

    /// The size of all values together; with 0 none is kept.
    package let capacity: Int
    private let sizeOf: @Sendable (Value) -> Int
    private let generations = Mutex(Generations())

    /// A cache of so many values, or of values whose sizes come to that much.
    package init(capacity: Int, sizeOf: @escaping @Sendable (Value) -> Int = { _ in 1 }) {
        self.capacity = capacity
        self.sizeOf = sizeOf
    }

    /// What is kept takes.
    package var size: Int { generations.withLock { $0.youngSize + $0.oldSize } }

    /// The value that was kept for a key.
    package subscript(key: Key) -> Value? {
        generations.withLock { generations in
            if let value = generations.young[key] { return value }
            guard let value = generations.old[key] else { return nil }
            keep(value, for: key, in: &generations)
            return value
        }
    }

    /// Keeps a value, in place of the one kept for the key before.
    package func keep(_ value: Value, for key: Key) {
        generations.withLock { keep(value, for: key, in: &$0) }
    }

    private func keep(_ value: Value, for key: Key, in generations: inout Generations) {
        let replaced = generations.young.updateValue(value, forKey: key)
        generations.youngSize += sizeOf(value) - (replaced.map(sizeOf) ?? 0)
        guard generations.youngSize > capacity / 2 else { return }
        generations.old = generations.young
        generations.oldSize = generations.youngSize
        generations.young = [:]
        generations.youngSize = 0
    }
}

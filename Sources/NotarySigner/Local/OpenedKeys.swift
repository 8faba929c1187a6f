import Synchronization
import TUFCore

/// The keys that were decrypted lately, a bounded number of them.
final class OpenedKeys: Sendable {
    private struct State {
        var keys: [KeyID: OpenedKey] = [:]
        /// In the order they were added.
        var order: [KeyID] = []
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) {
        self.capacity = capacity
    }

    func key(_ id: KeyID) -> OpenedKey? {
        state.withLock { $0.keys[id] }
    }

    func forget(_ id: KeyID) {
        state.withLock { state in
            state.keys[id] = nil
            state.order.removeAll { $0 == id }
        }
    }

    func keep(_ key: OpenedKey, as id: KeyID) {
        state.withLock { state in
            if state.keys.updateValue(key, forKey: id) != nil { return }
            state.order.append(id)
            guard state.order.count > capacity else { return }
            state.keys[state.order.removeFirst()] = nil
        }
    }
}

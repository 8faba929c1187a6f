import TUFCore

/// The keys that were decrypted lately, a bounded number of them.
actor OpenedKeys {
    private let capacity: Int
    private var keys: [KeyID: OpenedKey] = [:]
    /// In the order they were added.
    private var order: [KeyID] = []

    init(capacity: Int) {
        self.capacity = capacity
    }

    func key(_ id: KeyID) -> OpenedKey? {
        keys[id]
    }

    func forget(_ id: KeyID) {
        keys[id] = nil
        order.removeAll { $0 == id }
    }

    func keep(_ key: OpenedKey, as id: KeyID) {
        if keys.updateValue(key, forKey: id) != nil { return }
        order.append(id)
        guard order.count > capacity else { return }
        keys[order.removeFirst()] = nil
    }
}

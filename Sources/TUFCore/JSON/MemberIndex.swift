import Synchronization

/// Finds members of a large object without looking at each of them.
///
/// Made when it is asked for the second time, and kept: to look once is cheaper than to make it.
final class MemberIndex: Sendable {
    /// Smaller objects are looked through.
    private static let smallest = 16

    let object: JSONValue
    private let state = Mutex(State.unused)

    private enum State {
        case unused
        case usedOnce
        /// Positions of names by the hash of the name; several where hashes are the same.
        case made(Table)
    }

    init(_ object: JSONValue) {
        self.object = object
    }

    /// The member of this name, compared byte by byte; nil where there is none.
    subscript(name: String) -> JSONValue? {
        guard object.count >= Self.smallest else { return object[name] }
        return
            state.withLock { state -> Table? in
                switch state {
                case .unused: state = .usedOnce
                case .usedOnce: state = .made(Table(object))
                case .made: break
                }
                guard case .made(let table) = state else { return nil }
                return table
            }
            .map { $0.value(named: name) } ?? object[name]
    }
}

extension MemberIndex {
    /// A hash table of names: four bytes for each slot, at most half of them used.
    private final class Table: Sendable {
        private let object: JSONValue
        private let slots: [UInt32]

        init(_ object: JSONValue) {
            self.object = object
            let mask = 1 << (Int.bitWidth - (object.count * 2).leadingZeroBitCount) - 1
            var slots = [UInt32](repeating: 0, count: mask + 1)
            object.forEachMember { index, hash in
                var slot = hash & mask
                while slots[slot] != 0 { slot = (slot + 1) & mask }
                slots[slot] = UInt32(truncatingIfNeeded: index)
            }
            self.slots = slots
        }

        func value(named name: String) -> JSONValue? {
            var name = name
            return name.withUTF8 { bytes in
                let mask = slots.count - 1
                var slot = unsafe JSONValue.hash(ofName: bytes) & mask
                while slots[slot] != 0 {
                    let index = Int(slots[slot])
                    if let found = unsafe object.value(ofNameAt: index, ifEqual: bytes) {
                        return found
                    }
                    slot = (slot + 1) & mask
                }
                return nil
            }
        }
    }
}

import Synchronization
import TUFCore

/// The heads that were verified, by the SHA-256 of their timestamp, so that a read need not
/// verify what was verified before.
final class HeadCache: Sendable {
    private let capacity: Int
    private let heads = Mutex<[Digest: Head]>([:])

    init(capacity: Int = 4096) {
        self.capacity = capacity
    }

    subscript(timestamp: Digest) -> Head? {
        heads.withLock { $0[timestamp] }
    }

    /// Keeps a head; at capacity all are dropped, which costs one verification each.
    func keep(_ head: Head, for timestamp: Digest) {
        heads.withLock { heads in
            if heads.count >= capacity { heads.removeAll(keepingCapacity: true) }
            heads[timestamp] = head
        }
    }
}

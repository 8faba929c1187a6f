import Synchronization
import TUFCore

/// The SHA-256 of the current timestamps, for who cannot wait.
final class CurrentHeads: Sendable {
    private let digests = Mutex<[GUN: Digest]>([:])

    subscript(gun: GUN) -> Digest? {
        get { digests.withLock { $0[gun] } }
        set { digests.withLock { $0[gun] = newValue } }
    }
}

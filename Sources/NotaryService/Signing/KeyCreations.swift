import Synchronization
import TUFCore

/// Which keys are being made now, so that no more than some are at once.
///
/// Anyone who may ask for a key makes one by naming a repository that nobody has named before.
final class KeyCreations: Sendable {
    private struct Purpose: Hashable {
        let role: ServerRole
        let gun: GUN
    }

    private let limit: Int
    private let running = Mutex<[Purpose: Int]>([:])

    init(limit: Int) {
        self.limit = limit
    }

    /// Whether there is a place; those who ask for one key share one.
    ///
    /// Each true is followed by one ``end(_:of:)``.
    func begin(_ role: ServerRole, of gun: GUN) -> Bool {
        running.withLock { running in
            let purpose = Purpose(role: role, gun: gun)
            guard running[purpose] != nil || running.count < limit else { return false }
            running[purpose, default: 0] += 1
            return true
        }
    }

    /// Gives the place back.
    func end(_ role: ServerRole, of gun: GUN) {
        running.withLock { running in
            let purpose = Purpose(role: role, gun: gun)
            guard let count = running[purpose] else { return }
            running[purpose] = count > 1 ? count - 1 : nil
        }
    }
}

import NotaryService
import Synchronization
import TUFCore

/// The heads that were read or written, good for one version of a database.
final class VersionedHeads: Sendable {
    private struct State {
        /// As ``DataVersion`` has it.
        var version: Int?
        /// The number that the writing connection had when it wrote last, if they are of then.
        var writer: Int?
        var heads: [GUN: Digest?] = [:]
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int = 16_384) {
        self.capacity = capacity
    }

    /// What is known, if `version` is the one that the heads are of.
    func head(of gun: GUN, at version: Int) -> HeadAtOnce {
        state.withLock { state in
            guard state.version == version, let head = state.heads[gun] else { return .unknown }
            return .known(head)
        }
    }

    /// Keeps what was read of a version; what is known of others is dropped.
    func keep(_ head: Digest?, of gun: GUN, at version: Int) {
        state.withLock { state in
            if state.version != version || state.heads.count >= capacity {
                state = State(version: version)
            }
            state.heads[gun] = .some(head)
        }
    }

    /// Keeps what was written here, which made it `version`, and of the others what stays known:
    /// all, unless another connection wrote in between, which changes the number of the `writer`.
    func keepWritten(_ head: Digest?, of gun: GUN, at version: Int, writer: Int) {
        state.withLock { state in
            if state.writer != writer || state.heads.count >= capacity {
                state = State()
            }
            state.version = version
            state.writer = writer
            state.heads[gun] = .some(head)
        }
    }
}

import Synchronization

/// The end of a program: told once, waited for by any number of tasks.
final class ProcessEnd: Sendable {
    private enum State {
        case running(waiting: [CheckedContinuation<Int32, Never>])
        case ended(Int32)
    }

    private let state = Mutex(State.running(waiting: []))

    /// The status the program ended with; nil while it runs.
    var status: Int32? {
        state.withLock { state in
            if case .ended(let status) = state { status } else { nil }
        }
    }

    /// Waits for the end and returns the status.
    func wait() async -> Int32 {
        await withCheckedContinuation { continuation in
            let status: Int32? = state.withLock { state in
                switch state {
                case .running(let waiting):
                    state = .running(waiting: waiting + [continuation])
                    return nil
                case .ended(let status):
                    return status
                }
            }
            if let status { continuation.resume(returning: status) }
        }
    }

    /// Tells everyone who waits.
    func tell(_ status: Int32) {
        let waiting: [CheckedContinuation<Int32, Never>] = state.withLock { state in
            defer { state = .ended(status) }
            if case .running(let waiting) = state { return waiting }
            return []
        }
        for continuation in waiting { continuation.resume(returning: status) }
    }
}

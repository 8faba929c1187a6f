import Synchronization
import TUFCore

/// Asks the store for the heads of repositories, for many readers at once.
///
/// A reader joins a reading that has not begun when it asks, never one that has: what is
/// acknowledged before it asks is in its answer.
final class HeadReads: Sendable {
    private struct Reading {
        let number: Int
        let task: Task<Result<Digest?, StoreError>, Never>
        var hasBegun = false
    }

    private struct State {
        var number = 0
        /// The newest of each repository.
        var readings: [GUN: Reading] = [:]
    }

    private let store: @Sendable (GUN) async throws(StoreError) -> Digest?
    private let state = Mutex(State())

    /// Asks `store` for a head.
    init(from store: @escaping @Sendable (GUN) async throws(StoreError) -> Digest?) {
        self.store = store
    }

    /// SHA-256 of the current timestamp; nil when there is no such repository.
    func head(of gun: GUN) async throws(StoreError) -> Digest? {
        try await joined(gun).value.get()
    }

    private func joined(_ gun: GUN) -> Task<Result<Digest?, StoreError>, Never> {
        state.withLock { state in
            let newest = state.readings[gun]
            if let newest, !newest.hasBegun { return newest.task }
            state.number += 1
            let number = state.number
            // It goes on when a reader is cancelled, since others may wait for it.
            let task = Task.detached {
                _ = await newest?.task.value
                return await self.read(gun, number)
            }
            state.readings[gun] = Reading(number: number, task: task)
            return task
        }
    }

    private func read(_ gun: GUN, _ number: Int) async -> Result<Digest?, StoreError> {
        state.withLock { $0.readings[gun]?.hasBegun = true }
        defer {
            state.withLock { state in
                if state.readings[gun]?.number == number { state.readings[gun] = nil }
            }
        }
        do {
            return .success(try await store(gun))
        } catch {
            return .failure(error)
        }
    }
}

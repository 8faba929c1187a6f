/// Does the same work once for all who want it at the same time.
///
/// The work belongs to nobody who waits: a waiter that is cancelled leaves the others their
/// result, and the work goes on, since its result is kept for who asks next. It must therefore
/// end by itself, in bounded time.
actor SingleFlight<Key: Hashable & Sendable, Value: Sendable> {
    private var flights: [Key: Flight] = [:]
    private var nextWaiter = 0

    private struct Flight {
        let task: Task<Void, Never>
        var waiters: [Int: CheckedContinuation<Value, any Error>] = [:]
    }

    /// How many pieces of work are under way.
    var count: Int { flights.count }

    /// The result of `work`, or of the same key's work that is already under way.
    ///
    /// - Throws: `CancellationError` when the waiting task is cancelled.
    func value(
        for key: Key,
        _ work: @escaping @Sendable () async -> Value
    ) async throws -> Value {
        let waiter = nextWaiter
        nextWaiter += 1
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                join(key, as: waiter, continuation, work)
            }
        } onCancel: {
            Task { await self.leave(key, waiter) }
        }
    }

    /// Cancels all work under way, for the end of the process.
    func cancelAll() {
        for flight in flights.values { flight.task.cancel() }
    }

    private func join(
        _ key: Key,
        as waiter: Int,
        _ continuation: CheckedContinuation<Value, any Error>,
        _ work: @escaping @Sendable () async -> Value
    ) {
        guard !Task.isCancelled else {
            continuation.resume(throwing: CancellationError())
            return
        }
        var flight = flights[key] ?? Flight(task: start(key, work))
        flight.waiters[waiter] = continuation
        flights[key] = flight
    }

    // Not a child of the task that happened to come first: its end must not end the others'.
    private func start(
        _ key: Key,
        _ work: @escaping @Sendable () async -> Value
    ) -> Task<Void, Never> {
        Task { land(key, with: await work()) }
    }

    private func land(_ key: Key, with value: Value) {
        guard let flight = flights.removeValue(forKey: key) else { return }
        for waiter in flight.waiters.values { waiter.resume(returning: value) }
    }

    private func leave(_ key: Key, _ waiter: Int) {
        flights[key]?.waiters.removeValue(forKey: waiter)?.resume(throwing: CancellationError())
    }
}

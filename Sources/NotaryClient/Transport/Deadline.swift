/// The end of somebody's patience.
package enum Deadline {
    /// Runs `body` and cancels it when `end` passes.
    ///
    /// Returns nil when the deadline passed first. `body` must end soon after its cancellation.
    package static func run<Value: Sendable>(
        before end: ContinuousClock.Instant,
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(until: end, clock: .continuous)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }
}

/// Runs one piece of work for any number of callers that ask for the same at the same time.
actor SingleFlight<ID: Hashable & Sendable, Value: Sendable, Failure: Error> {
    private var running: [ID: Task<Result<Value, Failure>, Never>] = [:]

    /// The work goes on when a caller is cancelled, since others may wait for it.
    func value(
        for id: ID,
        _ work: @escaping @Sendable () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        if let task = running[id] { return try await task.value.get() }
        let task = Task.detached { () -> Result<Value, Failure> in
            do throws(Failure) {
                return .success(try await work())
            } catch {
                return .failure(error)
            }
        }
        running[id] = task
        let result = await task.value
        running[id] = nil
        return try result.get()
    }
}

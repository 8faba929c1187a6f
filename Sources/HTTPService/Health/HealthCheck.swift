/// One thing that must work for the service to be healthy.
public struct HealthCheck: Sendable {
    /// How long a check may take before it counts as failed.
    public static let patience = Duration.seconds(5)

    /// The name under which a failure is reported.
    public let name: String
    private let check: @Sendable () async -> String?
    private let patience: Duration

    /// A named check, which says what is wrong, or nil when nothing is.
    public init(
        name: String,
        patience: Duration = patience,
        failure: @escaping @Sendable () async -> String?
    ) {
        self.name = name
        self.patience = patience
        check = failure
    }

    /// What is wrong; nil when nothing is.
    ///
    /// A check that takes too long is left to itself.
    public func failure() async -> String? {
        let (answers, answer) = AsyncStream.makeStream(of: String?.self)
        let running = Task { [check] in answer.yield(await check()) }
        let waiting = Task { [patience] in
            try await Task.sleep(for: patience)
            answer.yield("no answer within \(patience)")
        }
        defer {
            running.cancel()
            waiting.cancel()
        }
        for await first in answers { return first }
        return nil
    }
}

/// One thing that must work for the service to be healthy.
public struct HealthCheck: Sendable {
    /// The name under which a failure is reported.
    public let name: String
    /// Says what is wrong; nil when nothing is.
    public let failure: @Sendable () async -> String?

    /// A named check.
    public init(name: String, failure: @escaping @Sendable () async -> String?) {
        self.name = name
        self.failure = failure
    }
}

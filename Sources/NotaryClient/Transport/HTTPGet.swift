/// A GET request with its limits.
public struct HTTPGet: Hashable, Sendable {
    /// What to get.
    public let url: HTTPURL
    /// The value of the `Authorization` header.
    public let authorization: String?
    /// The most bytes a body may have.
    public let byteLimit: Int
    /// When to give up.
    public let deadline: ContinuousClock.Instant

    /// Makes a request.
    public init(
        url: HTTPURL,
        authorization: String? = nil,
        byteLimit: Int,
        deadline: ContinuousClock.Instant
    ) {
        self.url = url
        self.authorization = authorization
        self.byteLimit = byteLimit
        self.deadline = deadline
    }
}

/// The answer to an ``HTTPGet``.
public struct HTTPAnswer: Hashable, Sendable {
    /// The HTTP status.
    public let status: Int
    /// The values of all `WWW-Authenticate` headers.
    public let authenticateHeaders: [String]
    /// The whole body of a 200 answer; empty for any other status, whose body nobody needs.
    public let body: [UInt8]

    /// Makes an answer.
    public init(status: Int, authenticateHeaders: [String] = [], body: [UInt8] = []) {
        self.status = status
        self.authenticateHeaders = authenticateHeaders
        self.body = body
    }
}

/// Why no whole answer arrived.
public enum TransportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Name resolution, connection, TLS or the connection in the middle of an answer failed.
    case unreachable(origin: String, reason: String)
    /// The body has, or declares, more bytes than were asked for.
    case tooLarge(limit: Int)
    /// The deadline passed first.
    case deadlineExceeded(origin: String)
    /// The task was cancelled: nobody waits for the answer any more.
    case cancelled

    /// The error in words.
    public var description: String {
        switch self {
        case .unreachable(let origin, let reason): "`\(origin)` is not reachable: \(reason)"
        case .tooLarge(let limit): "the answer is longer than the \(limit) bytes allowed"
        case .deadlineExceeded(let origin): "`\(origin)` did not answer in time"
        case .cancelled: "the request was cancelled"
        }
    }
}

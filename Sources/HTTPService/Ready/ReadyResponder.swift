/// Knows answers that need no waiting, so that a request can be answered by the event loop of its
/// connection, without a task of its own.
///
/// It is asked only for a plain GET or HEAD of HTTP/1.1 whose header asks for nothing particular;
/// what it does not answer goes the ordinary way, as everything else does. Whoever answers here
/// also counts the request and writes its log line.
public protocol ReadyResponder: Sendable {
    /// The answer to a GET or HEAD; nil when only the ordinary way can tell.
    ///
    /// Called on an event loop: it must not block, nor compute for long.
    ///
    /// - Parameters:
    ///   - method: GET, or HEAD, which gets the answer of GET without its body.
    ///   - target: what stands in the request line, as it was written.
    ///   - requestBytes: the size of the request, for the metrics.
    /// - Returns: the answer, and what its log line calls the request.
    func answer(
        _ method: ReadyMethod,
        _ target: String,
        requestBytes: Int
    ) -> (ReadyAnswer, RequestID)?

    /// A time as HTTP writes it, for the field `Date`; asked for once a second and connection.
    func date(secondsSince1970 seconds: Int) -> String
}

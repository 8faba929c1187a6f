/// Sends one GET request and returns what came back.
///
/// Every conformer
/// - follows no redirect: an answer with a 3xx status is an answer,
/// - reads at most ``HTTPGet/byteLimit`` bytes of a 200 body, refuses one whose declared length is
///   beyond it before reading, and stops reading as soon as it is exceeded,
/// - never returns a body that was cut short,
/// - gives up at ``HTTPGet/deadline`` and when its task is cancelled.
public protocol HTTPTransport: Sendable {
    /// Sends `request`.
    ///
    /// - Throws: ``TransportError`` when no whole answer within the limits arrived.
    func get(_ request: HTTPGet) async throws(TransportError) -> HTTPAnswer
}

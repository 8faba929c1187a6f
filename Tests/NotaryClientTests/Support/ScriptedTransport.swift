import NotaryClient
import Synchronization

/// A transport whose answers a closure gives, and which keeps every request.
final class ScriptedTransport: HTTPTransport {
    private let answer: @Sendable (HTTPGet) throws(TransportError) -> HTTPAnswer
    private let sent = Mutex<[HTTPGet]>([])

    init(_ answer: @escaping @Sendable (HTTPGet) throws(TransportError) -> HTTPAnswer) {
        self.answer = answer
    }

    /// Every request so far, in order.
    var requests: [HTTPGet] { sent.withLock { $0 } }

    func get(_ request: HTTPGet) async throws(TransportError) -> HTTPAnswer {
        sent.withLock { $0.append(request) }
        return try answer(request)
    }
}

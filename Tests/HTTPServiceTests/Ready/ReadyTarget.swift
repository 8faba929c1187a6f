import HTTPService
import HTTPTypes
import NIOCore
import Synchronization

/// Has one answer ready, for `/ready`, and counts how often it gave it.
final class ReadyTarget: ReadyResponder {
    private let ready: ReadyAnswer?
    private let count = Mutex(0)

    var answers: Int { count.withLock { $0 } }

    init(_ body: ByteBuffer = ByteBuffer(string: "ready\n")) {
        ready = ReadyAnswer(fields: [.contentType: "text/plain", .eTag: "\"x\""], body: body)
    }

    func answer(
        _ method: ReadyMethod,
        _ target: String,
        requestBytes: Int
    ) -> (ReadyAnswer, RequestID)? {
        guard target == "/ready", let ready else { return nil }
        count.withLock { $0 += 1 }
        return (ready, RequestID())
    }

    func date(secondsSince1970 seconds: Int) -> String { "the date" }
}

import Synchronization

/// What a token server was asked for, one text a request: who asks, and the scopes.
final class TokenRequests: Sendable {
    private let noted = Mutex<[String]>([])

    var all: [String] { noted.withLock { $0 } }

    func note(_ request: String) {
        noted.withLock { $0.append(request) }
    }
}

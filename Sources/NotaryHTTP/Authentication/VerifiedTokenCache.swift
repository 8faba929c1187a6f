import Synchronization
import TUFCore

/// Tokens that were verified, by the SHA-256 of their text, so that a client that comes again
/// with the same one costs no signature check.
final class VerifiedTokenCache: Sendable {
    private let capacity: Int
    private let tokens = Mutex<[Digest: VerifiedToken]>([:])

    init(capacity: Int = 4096) {
        self.capacity = capacity
    }

    /// How many are kept.
    var count: Int { tokens.withLock(\.count) }

    /// The token of this text, if it was verified before and is still valid.
    func token(_ text: Digest, at time: UTCTime) -> VerifiedToken? {
        tokens.withLock { tokens in
            guard let token = tokens[text] else { return nil }
            if token.isValid(at: time) { return token }
            tokens[text] = nil
            return nil
        }
    }

    /// Keeps a token; at capacity those that are no longer valid go, or else all.
    func keep(_ token: VerifiedToken, for text: Digest, at time: UTCTime) {
        tokens.withLock { tokens in
            if tokens.count >= capacity { tokens = tokens.filter { $0.value.isValid(at: time) } }
            if tokens.count >= capacity { tokens.removeAll(keepingCapacity: true) }
            tokens[text] = token
        }
    }
}

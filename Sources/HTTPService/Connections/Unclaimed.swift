import NIOCore
import NIOHTTPTypes
import Synchronization

/// A connection, or a stream of one, until somebody reads requests from it.
///
/// One that nobody claims is closed: a server that stops lets go what it accepted at that moment,
/// and NIO ends the process where a channel is let go that nobody finished.
final class Unclaimed: Sendable {
    /// What requests are read from and answers written to.
    typealias Channel = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    private let channel: Mutex<Channel?>

    init(_ channel: Channel) {
        self.channel = Mutex(channel)
    }

    deinit {
        guard let channel = claim() else { return }
        Task { try? await channel.executeThenClose { _, _ in } }
    }

    /// The channel for the first who asks, who has to finish it; nil for others.
    func claim() -> Channel? {
        channel.withLock { channel in
            defer { channel = nil }
            return channel
        }
    }
}

import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPService

@Suite("Connections that nobody has claimed yet", .timeLimit(.minutes(1)))
struct UnclaimedTests {
    private let channel = NIOAsyncTestingChannel()

    private func unclaimed() async throws -> Unclaimed {
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1))
        let channel = channel
        return try await channel.testingEventLoop.executeInContext {
            Unclaimed(try NIOAsyncChannel(wrappingChannelSynchronously: channel))
        }
    }

    @Test("one that is let go is closed, and the process lives")
    func letGo() async throws {
        _ = try await unclaimed()
        try await channel.closeFuture.get()
        #expect(!channel.isActive)
    }

    @Test("one that was claimed is its claimer's, who is the only one")
    func claimed() async throws {
        var unclaimed: Unclaimed? = try await unclaimed()
        let claimed = try #require(unclaimed?.claim())
        #expect(unclaimed?.claim() == nil)
        unclaimed = nil
        #expect(channel.isActive)
        try await claimed.executeThenClose { _, _ in }
        #expect(!channel.isActive)
    }
}

import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A TCP connection that a test writes bytes of its own to.
final class RawConnection: Sendable {
    private let channel: any Channel
    private let collector: Collector

    init(port: Int) async throws {
        let collector = Collector()
        channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { $0.pipeline.addHandler(collector) }
            .connect(host: "127.0.0.1", port: port).get()
        self.collector = collector
    }

    func send(_ text: String) async throws {
        try await channel.writeAndFlush(ByteBuffer(string: text)).get()
    }

    /// All that has come, as soon as `end` is in it.
    func receive(until end: String) async throws -> String {
        while !collector.text.contains(end) {
            try await Task.sleep(for: .milliseconds(5))
        }
        return collector.text
    }

    /// All that has come, as soon as `piece` is so many times in it.
    func receive(containing piece: String, times: Int) async throws -> String {
        while collector.text.components(separatedBy: piece).count <= times {
            try await Task.sleep(for: .milliseconds(5))
        }
        return collector.text
    }

    /// Waits until the server has closed the connection.
    func closed() async throws {
        try await channel.closeFuture.get()
    }

    /// Whether the server has not closed the connection.
    var isOpen: Bool { channel.isActive }

    /// Takes nothing any more of what the server sends.
    func stopReading() async throws {
        try await channel.setOption(.autoRead, value: false).get()
    }

    /// Takes what the server sends again.
    func goOnReading() async throws {
        try await channel.setOption(.autoRead, value: true).get()
        channel.read()
    }

    func close() async throws {
        try await channel.close().get()
    }
}

private final class Collector: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    private let kept = Mutex("")

    var text: String { kept.withLock { $0 } }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let piece = String(buffer: unwrapInboundIn(data))
        kept.withLock { $0 += piece }
    }
}

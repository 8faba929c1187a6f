import NIOCore
import NIOPosix

/// One TCP connection that bytes of a test's own are written to.
struct Wire: Sendable {
    private let channel: any Channel
    private let collector: Collector

    init(port: Int) async throws {
        let collector = Collector()
        channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.maxMessagesPerRead, value: 64)
            .channelInitializer { $0.pipeline.addHandler(collector) }
            .connect(host: "127.0.0.1", port: port).get()
        self.collector = collector
    }

    /// Sends `bytes`; the server may have closed before it has them all.
    func send(_ bytes: [UInt8]) async {
        try? await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
    }

    /// The next whole answer, or what came of it until the server closed.
    func answer() async throws -> String {
        while true {
            if let answer = collector.takeAnswer() { return answer }
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    /// Waits until the server has closed it.
    func closed() async throws {
        try await channel.closeFuture.get()
    }

    var isOpen: Bool { channel.isActive }

    func close() async {
        try? await channel.close().get()
    }

    /// The answer to one request on a connection of its own.
    static func answer(to bytes: [UInt8], on port: Int) async throws -> String {
        let wire = try await Wire(port: port)
        await wire.send(bytes)
        let answer = try await wire.answer()
        await wire.close()
        return answer
    }

    /// Sends `bytes` and closes, without reading.
    static func drop(_ bytes: [UInt8], on port: Int) async throws {
        let wire = try await Wire(port: port)
        await wire.send(bytes)
        await wire.close()
    }
}

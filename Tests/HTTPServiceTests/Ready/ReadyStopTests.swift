import HTTPService
import Hummingbird
import NIOCore
import ServiceLifecycle
import Testing

@Suite("Ready answers at a stop")
struct ReadyStopTests {
    @Test("a client that is slow to take an answer gets all of it")
    func slowClient() async throws {
        let size = ReadyAnswer.maximumBodyBytes
        let ready = ReadyTarget(ByteBuffer(repeating: UInt8(ascii: "#"), count: size))
        let listener = Listener(address: ListenAddress(host: "127.0.0.1", port: 0))
        try await RunningServer.with(
            listener: listener,
            router: .hello,
            ready: ready,
            logs: LogRecorder()
        ) { port, group in
            let connection = try await RawConnection(port: port)
            try await connection.stopReading()
            // As many as it takes until one goes the ordinary way, where there is no such thing.
            let requests = 64
            let request = "GET /ready HTTP/1.1\r\nHost: a\r\n\r\n"
            try await connection.send(String(repeating: request, count: requests))
            while ready.answers == 0 { try await Task.sleep(for: .milliseconds(5)) }
            await group.triggerGracefulShutdown()
            try await connection.goOnReading()
            try await connection.closed()
            let text = try await connection.receive(until: "200 OK")
            #expect(text.count { $0 == "#" } == ready.answers * size)
        }
    }
}

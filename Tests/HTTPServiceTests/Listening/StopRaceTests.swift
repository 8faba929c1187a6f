import HTTPService
import Hummingbird
import ServiceLifecycle
import Testing

@Suite("A server that stops")
struct StopRaceTests {
    private let loopback = Listener(address: ListenAddress(host: "127.0.0.1", port: 0))

    @Test("while others connect ends them and itself, not the process", .timeLimit(.minutes(2)))
    func connectionsComing() async throws {
        for _ in 0..<20 {
            try await RunningServer.with(listener: loopback, router: .hello, logs: LogRecorder()) {
                port,
                group in
                await withDiscardingTaskGroup { connections in
                    for number in 0..<60 {
                        connections.addTask {
                            if number == 20 { await group.triggerGracefulShutdown() }
                            // Those that come too late are refused.
                            try? await RawConnection(port: port).closed()
                        }
                    }
                }
            }
        }
    }
}

import Foundation
import HTTPService
import Hummingbird
import Logging
import ServiceLifecycle

/// Runs a server for the time of a test and stops it gracefully.
enum RunningServer {
    /// Opens `listener` on a port of the system's choice and calls `body` with that port.
    static func with<Value: Sendable>(
        listener: Listener,
        router: Router<BasicRequestContext>,
        ready: (any ReadyResponder)? = nil,
        registry: MetricsRegistry = MetricsRegistry(),
        logs: LogRecorder,
        _ body: @Sendable (_ port: Int, _ group: ServiceGroup) async throws -> Value
    ) async throws -> Value {
        let portFile = FileManager.default.temporaryDirectory.path + "/port-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: portFile) }
        var listener = listener
        listener.portFile = portFile
        let server = try HTTPServer(
            listener: listener,
            responder: router.buildResponder(),
            ready: ready,
            registry: registry,
            logger: logs.logger()
        )
        let services = ServiceGroup(services: [server], logger: logs.logger(.error))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            let port = try await port(in: portFile)
            let value = try await body(port, services)
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
            return value
        }
    }

    private static func port(in file: String) async throws -> Int {
        while true {
            if let text = try? String(contentsOfFile: file, encoding: .utf8),
                let port = Int(text.dropLast())
            {
                return port
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}

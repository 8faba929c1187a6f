import Foundation
import HTTPService
import Hummingbird
import Logging
import NotaryService
import NotaryTesting
import ServiceLifecycle

@testable import NotaryHTTP

/// Servers on sockets, as in real life: several may share a store.
enum LiveServer {
    /// Runs a server for each service while `body` runs, which gets the port of each.
    static func with(
        _ services: [NotaryService],
        _ body: @Sendable (_ ports: [Int]) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var ports: [Int] = []
            var running: [ServiceGroup] = []
            for service in services {
                let file = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
                defer { try? FileManager.default.removeItem(atPath: file) }
                let servers = try serviceGroup(service, portFile: file)
                group.addTask { try await servers.run() }
                running.append(servers)
                ports.append(try await port(in: file))
            }
            try await body(ports)
            for servers in running { await servers.triggerGracefulShutdown() }
            try await group.waitForAll()
        }
    }

    private static func serviceGroup(
        _ service: NotaryService,
        portFile: String
    ) throws -> ServiceGroup {
        let logger = LogRecorder().logger(.critical)
        let responder = NotaryResponder(service: service, logger: logger) { TestTime.now }
        let server = try HTTPServer(
            listener: Listener(
                address: ListenAddress(host: "127.0.0.1", port: 0),
                portFile: portFile
            ),
            responder: responder,
            ready: responder.ready,
            logger: logger
        )
        return ServiceGroup(services: [server], logger: logger)
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

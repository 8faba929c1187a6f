import Foundation
import TUFCore

/// Debian's own `notary-server`, with everything in memory, on loopback.
struct DebianNotaryServer: Sendable {
    let process: ServerProcess
    let url: String
    private let home: TemporaryFolder

    /// Starts it; `authentication` is what stands under `auth` in its configuration.
    init(authentication: JSON = [:]) async throws {
        home = try TemporaryFolder()
        let home = self.home
        let port = try await Self.freePort(home: home)
        url = "http://127.0.0.1:\(port)"
        let configuration = try home.write(
            """
            {
              "server": {"http_addr": "127.0.0.1:\(port)"},
              "trust_service": {"type": "local"},
              "logging": {"level": "error"},
              "storage": {"backend": "memory"},
              "auth": \(String(decoding: authentication.serialized(), as: UTF8.self))
            }
            """,
            to: "server.json"
        )
        let health = url + "/_notary_server/health"
        process = try await ServerProcess(
            try Tool.notaryServer.start(["-config", configuration], home: home)
        ) {
            try await Tool.curl.run(["-sf", health], home: home).status == 0
        }
    }

    /// A port nobody listens on just now: this server cannot say which one the system chose.
    private static func freePort(home: TemporaryFolder) async throws -> Int {
        let script = """
            import socket
            s = socket.socket()
            s.bind(('127.0.0.1', 0))
            print(s.getsockname()[1])
            """
        let text = try await Tool.python.succeed(["-c", script], home: home).standardOutput
        guard let port = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw CocoaError(.formatting)
        }
        return port
    }
}

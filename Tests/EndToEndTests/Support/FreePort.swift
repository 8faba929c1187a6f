import Foundation

/// A port for servers that cannot say which one the system chose.
enum FreePort {
    /// One that nobody listens on just now.
    static func find(home: TemporaryFolder) async throws -> Int {
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

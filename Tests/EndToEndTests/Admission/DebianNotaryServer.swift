import TUFCore

/// Debian's own `notary-server`, with everything in memory, on loopback.
struct DebianNotaryServer: Sendable {
    let process: ServerProcess
    let url: String
    private let home: TemporaryFolder

    /// Starts it; `authentication` is what stands under `auth` in its configuration, and
    /// `trustService` what stands under `trust_service`.
    init(
        authentication: JSON = [:],
        trustService: JSON = ["type": "local"]
    ) async throws {
        home = try TemporaryFolder()
        let home = self.home
        let port = try await FreePort.find(home: home)
        url = "http://127.0.0.1:\(port)"
        let configuration = try home.write(
            """
            {
              "server": {"http_addr": "127.0.0.1:\(port)"},
              "trust_service": \(String(decoding: trustService.serialized(), as: UTF8.self)),
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
}

import TUFCore

/// Debian's own `notary-server`, with everything in memory, on loopback.
struct DebianNotaryServer: Sendable {
    let process: ServerProcess
    let url: String
    private let home: TemporaryFolder

    /// Starts it; `authentication` is what stands under `auth` in its configuration,
    /// `trustService` what stands under `trust_service`, and `more` is put beside.
    init(
        authentication: JSON = [:],
        trustService: JSON = ["type": "local"],
        more: [String: JSON] = [:]
    ) async throws {
        home = try TemporaryFolder()
        let home = self.home
        let port = try await FreePort.find(home: home)
        url = "http://127.0.0.1:\(port)"
        let text = Self.configuration(
            port: port,
            authentication: authentication,
            trustService: trustService,
            more: more
        )
        let file = try home.write(text, to: "server.json")
        let health = url + "/_notary_server/health"
        process = try await ServerProcess(
            try Tool.notaryServer.start(["-config", file], home: home)
        ) {
            try await Tool.curl.run(["-sf", health], home: home).status == 0
        }
    }

    /// A configuration with everything in memory, which ours reads too.
    static func configuration(
        port: Int,
        authentication: JSON = [:],
        trustService: JSON = ["type": "local"],
        more: [String: JSON] = [:]
    ) -> String {
        var configuration = more
        configuration["server"] = ["http_addr": .string("127.0.0.1:\(port)")]
        configuration["trust_service"] = trustService
        configuration["logging"] = ["level": "error"]
        configuration["storage"] = ["backend": "memory"]
        configuration["auth"] = authentication
        let members = configuration.map { JSON.Member(name: $0, value: $1) }
        return String(decoding: JSON.object(members).serialized(), as: UTF8.self)
    }
}

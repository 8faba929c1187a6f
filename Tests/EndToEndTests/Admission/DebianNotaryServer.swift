import TUFCore

/// Debian's own `notary-server`, with everything in memory, on loopback.
struct DebianNotaryServer: Sendable {
    let process: ServerProcess
    let url: String
    private let home: TemporaryFolder

    /// Starts it, with HTTPS where there is a certificate.
    ///
    /// `authentication` is what stands under `auth` in its configuration,
    /// `trustService` what stands under `trust_service`, and `more` is put beside.
    init(
        certificate: TestCertificates.Pair? = nil,
        authentication: JSON = [:],
        trustService: JSON = ["type": "local"],
        more: [String: JSON] = [:]
    ) async throws {
        home = try TemporaryFolder()
        let home = self.home
        let port = try await FreePort.find(home: home)
        url = certificate == nil ? "http://127.0.0.1:\(port)" : "https://localhost:\(port)"
        let text = Self.configuration(
            port: port,
            certificate: certificate,
            authentication: authentication,
            trustService: trustService,
            more: more
        )
        let file = try home.write(text, to: "server.json")
        let health = url + "/_notary_server/health"
        process = try await ServerProcess(
            try Tool.notaryServer.start(["-config", file], home: home)
        ) {
            try await Tool.curl.run(["-sfk", health], home: home).status == 0
        }
    }

    /// A configuration with everything in memory, which ours reads too.
    static func configuration(
        port: Int,
        certificate: TestCertificates.Pair? = nil,
        authentication: JSON = [:],
        trustService: JSON = ["type": "local"],
        more: [String: JSON] = [:]
    ) -> String {
        var configuration = more
        var listening = [JSON.Member(name: "http_addr", value: .string("127.0.0.1:\(port)"))]
        if let certificate {
            listening += [
                JSON.Member(name: "tls_cert_file", value: .string(certificate.certificate)),
                JSON.Member(name: "tls_key_file", value: .string(certificate.key)),
            ]
        }
        configuration["server"] = .object(listening)
        configuration["trust_service"] = trustService
        configuration["logging"] = ["level": "error"]
        configuration["storage"] = ["backend": "memory"]
        configuration["auth"] = authentication
        let members = configuration.map { JSON.Member(name: $0, value: $1) }
        return String(decoding: JSON.object(members).serialized(), as: UTF8.self)
    }
}

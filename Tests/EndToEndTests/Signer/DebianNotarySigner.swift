import NotarySigner
import TUFCore

/// Debian's own `notary-signer`, with everything in memory, on loopback.
struct DebianNotarySigner: Sendable {
    let process: ServerProcess
    let port: Int
    private let home: TemporaryFolder

    /// Starts it; `port` is one that it had before.
    init(certificates: SignerCertificates, port: Int? = nil) async throws {
        home = try TemporaryFolder()
        let home = self.home
        let chosen: Int
        if let port {
            chosen = port
        } else {
            chosen = try await FreePort.find(home: home)
        }
        self.port = chosen
        let configuration = try home.write(
            """
            {
              "server": {
                "grpc_addr": "127.0.0.1:\(chosen)",
                "tls_cert_file": "\(certificates.signer.certificate)",
                "tls_key_file": "\(certificates.signer.key)",
                "client_ca_file": "\(certificates.authority)"
              },
              "logging": {"level": "error"},
              "storage": {"backend": "memory"}
            }
            """,
            to: "signer.json"
        )
        process = try await ServerProcess(
            try Tool.notarySigner.start(["-config", configuration], home: home)
        ) {
            // It refuses curl, which shows no certificate; 7 is "could not connect".
            try await Tool.curl.run(["-sk", "https://127.0.0.1:\(chosen)"], home: home).status != 7
        }
    }

    /// Where it listens, by the name in its certificate.
    var address: SignerAddress { SignerAddress(host: "localhost", port: port) }
}

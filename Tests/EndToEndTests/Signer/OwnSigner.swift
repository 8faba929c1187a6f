/// Our signer, started as a process.
final class OwnSigner: Sendable {
    let process: ServerProcess
    let port: Int

    init(process: ServerProcess, port: Int) {
        self.process = process
        self.port = port
    }

    /// Starts it on `port`, or one of the system's choice.
    ///
    /// `home` keeps the keys: given again, the signer finds those it had before.
    static func start(
        home: TemporaryFolder,
        certificates: SignerCertificates,
        port: Int = 0,
        environment: [String: String] = [:]
    ) async throws -> OwnSigner {
        let portFile = home.path("signer-port")
        let (process, port) = try await ServerProcess.start(
            product: "NotaryHTTP",
            [
                "signer", "--data", home.path("keys"), "--listen", "127.0.0.1:\(port)",
                "--tls-certificate", certificates.signer.certificate,
                "--tls-key", certificates.signer.key,
                "--client-ca", certificates.authority, "--port-file", portFile,
            ],
            portFile: portFile,
            home: home,
            environment: environment
        )
        return OwnSigner(process: process, port: port)
    }
}

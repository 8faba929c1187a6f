/// Our Notary server, started as a process with a data folder of its own.
final class NotaryServer: Sendable {
    let process: ServerProcess
    let port: Int
    /// What clients call it; with TLS by the name in its certificate.
    let url: String
    private let home: TemporaryFolder

    init(process: ServerProcess, port: Int, url: String, home: TemporaryFolder) {
        self.process = process
        self.port = port
        self.url = url
        self.home = home
    }

    /// Starts the server on a port of the system's choice.
    ///
    /// `home` keeps the data: given again, the server finds what it had before; of several at once
    /// on the same data each has a name. With a certificate it serves HTTPS.
    static func start(
        home: TemporaryFolder,
        named name: String = "port",
        certificate: TestCertificates.Pair? = nil,
        arguments: [String] = [],
        environment: [String: String] = [:],
        openFiles: Int? = nil
    ) async throws -> NotaryServer {
        let portFile = home.path(name)
        var options = ["serve", "--data", home.path("data"), "--listen", "127.0.0.1:0"]
        options += ["--port-file", portFile]
        if let certificate {
            options += ["--tls-certificate", certificate.certificate, "--tls-key", certificate.key]
        }
        let (process, port) = try await ServerProcess.start(
            product: "NotaryHTTP",
            options + arguments,
            portFile: portFile,
            home: home,
            environment: environment,
            openFiles: openFiles
        )
        let url =
            certificate == nil ? "http://127.0.0.1:\(port)" : "https://localhost:\(port)"
        return NotaryServer(process: process, port: port, url: url, home: home)
    }

    /// Starts the server with a configuration file of notary-server's, on a port of the system's
    /// choice.
    static func start(
        configuration: String,
        home: TemporaryFolder,
        workingFolder: String? = nil,
        tls: Bool = false,
        environment: [String: String] = [:]
    ) async throws -> NotaryServer {
        let portFile = home.path("port")
        let address = ["NOTARY_SERVER_SERVER_HTTP_ADDR": "127.0.0.1:0"]
        let (process, port) = try await ServerProcess.start(
            product: "NotaryHTTP",
            ["-config", configuration, "-logf", "json", "--port-file", portFile],
            portFile: portFile,
            home: home,
            workingFolder: workingFolder,
            environment: address.merging(environment) { $1 }
        )
        let url = tls ? "https://localhost:\(port)" : "http://127.0.0.1:\(port)"
        return NotaryServer(process: process, port: port, url: url, home: home)
    }

    /// The body of a GET, whatever its status.
    func get(_ path: String) async throws -> String {
        try await Tool.curl.succeed(["-sS", "--path-as-is", url + path], home: home).standardOutput
    }

    /// The status of a GET.
    func status(_ path: String) async throws -> String {
        try await Tool.curl
            .succeed(
                ["-sS", "--path-as-is", "-o", "/dev/null", "-w", "%{http_code}", url + path],
                home: home
            )
            .standardOutput
    }
}

import Foundation
import Testing

/// A folder as an operator of notary-server has it: `conf` with the configurations, and `certs`.
struct ConfigurationHome: Sendable {
    let home: TemporaryFolder
    let certificates: TestCertificates
    private let conf: String

    init() async throws {
        home = try TemporaryFolder()
        conf = try home.makeFolder("conf")
        let certs = try home.makeFolder("certs")
        certificates = try await TestCertificates()
        let server = try await certificates.server()
        let files = [
            ("ca.crt", certificates.authority.certificate), ("server.crt", server.certificate),
            ("server.key", server.key),
        ]
        for (name, file) in files {
            try FileManager.default.copyItem(atPath: file, toPath: certs + "/" + name)
        }
    }

    /// The path of `server-NAME.json`, which is as it was written for notary-server.
    func configuration(_ name: String) throws -> String {
        let file = "server-\(name).json"
        let folder = try #require(Bundle.module.url(forResource: "notary-conf", withExtension: nil))
        let path = conf + "/" + file
        if !FileManager.default.fileExists(atPath: path) {
            try FileManager.default.copyItem(
                atPath: folder.appending(path: file).path,
                toPath: path
            )
        }
        return path
    }

    /// Writes another configuration beside the others.
    func write(_ text: String, to name: String = "other.json") throws -> String {
        try home.write(text, to: "conf/" + name)
    }

    /// Starts our server with a configuration, on a port of the system's choice.
    func start(
        _ configuration: String,
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
            workingFolder: conf,
            environment: address.merging(environment) { $1 }
        )
        let url = tls ? "https://localhost:\(port)" : "http://127.0.0.1:\(port)"
        return NotaryServer(process: process, port: port, url: url, home: home)
    }

    /// Runs our program to its end.
    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> ToolResult
    {
        try await ChildProcess(
            BuildFolder.product("NotaryHTTP"),
            arguments,
            environment: .minimal(home: home).merging(environment) { $1 },
            workingFolder: conf
        )
        .wait(atMost: 30)
    }
}

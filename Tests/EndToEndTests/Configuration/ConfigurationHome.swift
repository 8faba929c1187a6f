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
        let server = try await certificates.peer("server")
        let signer = try await certificates.peer("signer")
        let files = [
            ("ca.crt", certificates.authority.certificate), ("server.crt", server.certificate),
            ("server.key", server.key), ("signer.crt", signer.certificate),
            ("signer.key", signer.key),
        ]
        for (name, file) in files {
            try FileManager.default.copyItem(atPath: file, toPath: certs + "/" + name)
        }
    }

    /// The path of `server-NAME.json`, which is as it was written for notary-server.
    func configuration(_ name: String) throws -> String {
        try configuration(file: "server-\(name).json")
    }

    /// The path of a file as it was written for the original.
    func configuration(file: String) throws -> String {
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
        try await NotaryServer.start(
            configuration: configuration,
            home: home,
            workingFolder: conf,
            tls: tls,
            environment: environment
        )
    }

    /// Starts our signer with a configuration, on a port of the system's choice.
    func startSigner(_ configuration: String) async throws -> OwnSigner {
        let portFile = home.path("signer-port")
        let (process, port) = try await ServerProcess.start(
            product: "NotaryHTTP",
            ["signer", "-config", configuration, "-logf", "json", "--port-file", portFile],
            portFile: portFile,
            home: home,
            workingFolder: conf,
            environment: ["NOTARY_SIGNER_SERVER_GRPC_ADDR": "127.0.0.1:0"]
        )
        return OwnSigner(process: process, port: port)
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

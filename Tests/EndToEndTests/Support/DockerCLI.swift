import Foundation
import TUFCore

/// The docker command line of one user, with a stub for an engine.
final class DockerCLI: Sendable {
    let home: TemporaryFolder
    private let engine: ServerProcess
    private let environment: [String: String]

    /// A user who trusts `server` by the certificate of `authority`.
    ///
    /// The credentials, `name:password`, are what `docker login localhost:5000` keeps.
    init(
        server: NotaryServer,
        authority: String,
        credentials: String? = nil
    ) async throws {
        home = try TemporaryFolder()
        let socket = home.path("engine.sock")
        let process = try Tool.python.start([try Self.stub(), socket], home: home)
        engine = try await ServerProcess(process) {
            FileManager.default.fileExists(atPath: socket)
        }
        let certificates = try home.makeFolder("config/tls/localhost:\(server.port)")
        try FileManager.default.copyItem(atPath: authority, toPath: certificates + "/ca.crt")
        if let credentials {
            let encoded = Base64.encode(Array(credentials.utf8))
            try home.write(
                #"{"auths":{"localhost:5000":{"auth":"\#(encoded)"}}}"#,
                to: "config/config.json"
            )
        }
        environment = [
            "DOCKER_HOST": "unix://\(socket)",
            "DOCKER_CONFIG": home.path("config"),
            "DOCKER_CONTENT_TRUST_SERVER": server.url,
            "DOCKER_CONTENT_TRUST_ROOT_PASSPHRASE": "root passphrase",
            "DOCKER_CONTENT_TRUST_REPOSITORY_PASSPHRASE": "repository passphrase",
        ]
    }

    /// Runs a command, whatever its end.
    func run(_ arguments: String...) async throws -> ToolResult {
        try await Tool.docker.run(arguments, home: home, environment: environment)
    }

    /// Runs a command that must go well and returns what it wrote to its standard output.
    @discardableResult
    func callAsFunction(_ arguments: String...) async throws -> String {
        try await Tool.docker.succeed(arguments, home: home, environment: environment)
            .standardOutput
    }

    private static func stub() throws -> String {
        let name = "docker-engine-stub"
        guard let path = Bundle.module.path(forResource: name, ofType: "py") else {
            throw HarnessError.missingProduct("\(name).py")
        }
        return path
    }
}

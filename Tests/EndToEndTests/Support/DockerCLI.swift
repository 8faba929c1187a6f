import Foundation
import TUFCore

/// The docker command line of one user, with a stub for an engine.
final class DockerCLI: Sendable {
    let home: TemporaryFolder
    private let engine: ServerProcess
    /// What the engine was told to do, a line each, in this file of `home`.
    private static let orders = "engine.log"
    private let environment: [String: String]

    /// A user who trusts the server `https://HOST:PORT` by the certificate of `authority`.
    ///
    /// The credentials, `name:password`, are what `docker login localhost:5000` keeps.
    init(
        server url: String,
        authority: String,
        credentials: String? = nil
    ) async throws {
        home = try TemporaryFolder()
        let socket = home.path("engine.sock")
        let process = try Tool.python.start(
            [try Self.stub(), socket, try home.write("", to: Self.orders)],
            home: home
        )
        engine = try await ServerProcess(process) {
            FileManager.default.fileExists(atPath: socket)
        }
        let certificates = try home.makeFolder(
            "config/tls/" + url.trimmingPrefix("https://")
        )
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
            "DOCKER_CONTENT_TRUST_SERVER": url,
            "DOCKER_CONTENT_TRUST_ROOT_PASSPHRASE": "root passphrase",
            "DOCKER_CONTENT_TRUST_REPOSITORY_PASSPHRASE": "repository passphrase",
        ]
    }

    /// What the engine was told to do until now: `METHOD PATH?QUERY` of what changes something.
    func engineOrders() throws -> [String] {
        try home.text(of: Self.orders).split(separator: "\n").map(String.init)
    }

    /// Runs a command, whatever its end.
    func run(_ arguments: String...) async throws -> ToolResult {
        try await run(arguments)
    }

    /// Runs a command with more in its environment, whatever its end.
    func run(
        _ arguments: [String],
        environment more: [String: String] = [:],
        input: String = ""
    ) async throws -> ToolResult {
        try await Tool.docker.run(
            arguments,
            home: home,
            environment: environment.merging(more) { $1 },
            input: input
        )
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

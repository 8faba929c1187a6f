import Foundation

/// A program of Debian that tests drive.
///
/// Where it is missing the test fails and names the package.
struct Tool: Sendable {
    let name: String
    let debianPackage: String

    static let curl = Tool(name: "curl", debianPackage: "curl")
    static let docker = Tool(name: "docker", debianPackage: "docker.io")
    static let notary = Tool(name: "notary", debianPackage: "notary")
    static let notaryServer = Tool(name: "notary-server", debianPackage: "notary")
    static let notarySigner = Tool(name: "notary-signer", debianPackage: "notary")
    static let openssl = Tool(name: "openssl", debianPackage: "openssl")
    static let python = Tool(name: "python3", debianPackage: "python3")

    /// The path of the program, looked for in `PATH`.
    ///
    /// - Throws: ``HarnessError/missingTool(_:debianPackage:)``.
    var path: String {
        get throws {
            let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
            let files = folders.split(separator: ":").map { "\($0)/\(name)" }
            guard let file = files.first(where: FileManager.default.isExecutableFile) else {
                throw HarnessError.missingTool(name, debianPackage: debianPackage)
            }
            return file
        }
    }

    /// Starts the program and leaves it running.
    ///
    /// `home` is its working folder and `HOME`, so that nothing of the user's own is read; beside
    /// `environment` it gets `PATH`, `HOME` and `LANG` and nothing else.
    func start(
        _ arguments: [String],
        home: TemporaryFolder,
        environment: [String: String] = [:],
        input: String = ""
    ) throws -> ChildProcess {
        try ChildProcess(
            path,
            arguments,
            environment: .minimal(home: home).merging(environment) { $1 },
            workingFolder: home.path,
            input: input
        )
    }

    /// Runs the program to its end, whatever its status.
    func run(
        _ arguments: [String],
        home: TemporaryFolder,
        environment: [String: String] = [:],
        input: String = "",
        timeout seconds: Int = 120
    ) async throws -> ToolResult {
        try await start(arguments, home: home, environment: environment, input: input)
            .wait(atMost: seconds)
    }

    /// Runs the program to its end and expects status 0.
    ///
    /// - Throws: ``HarnessError/unexpectedStatus(command:_:)`` with all it wrote.
    @discardableResult
    func succeed(
        _ arguments: [String],
        home: TemporaryFolder,
        environment: [String: String] = [:],
        input: String = "",
        timeout seconds: Int = 120
    ) async throws -> ToolResult {
        let process = try start(arguments, home: home, environment: environment, input: input)
        let result = try await process.wait(atMost: seconds)
        guard result.status == 0 else {
            throw HarnessError.unexpectedStatus(command: process.command, result)
        }
        return result
    }
}

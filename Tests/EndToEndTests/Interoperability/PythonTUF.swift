import Foundation

/// python-tuf's own client, in the virtual environment that `scripts/python-tuf` makes.
struct PythonTUF: Sendable {
    /// What it found: versions by role, and the SHA-256 of each target, nil for one not found.
    struct Findings: Decodable {
        let versions: [String: Int]
        let targets: [String: String?]
    }

    private let python: String
    private let script: String

    /// Looks for the virtual environment.
    ///
    /// - Throws: ``HarnessError/missingPythonPackage(_:script:)``.
    init() throws {
        let build = URL(fileURLWithPath: try BuildFolder.path)
            .deletingLastPathComponent()
            .deletingLastPathComponent()
        python = build.appendingPathComponent("python-tuf/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: python),
            let script = Bundle.module.path(forResource: "tuf-client", ofType: "py")
        else { throw HarnessError.missingPythonPackage("tuf", script: "scripts/python-tuf") }
        self.script = script
    }

    /// Refreshes from `folder`, beginning with the root in `root`, and downloads.
    func run(_ folder: TemporaryFolder, root: String, _ names: [String]) async throws -> ToolResult
    {
        try await ChildProcess(
            python,
            [script, folder.path, root] + names,
            environment: .minimal(home: folder),
            workingFolder: folder.path
        )
        .wait(atMost: 120)
    }

    /// The same where it must go well.
    func findings(
        _ folder: TemporaryFolder,
        root: String,
        _ names: [String]
    ) async throws -> Findings {
        let result = try await run(folder, root: root, names)
        guard result.status == 0 else {
            throw HarnessError.unexpectedStatus(command: "tuf-client.py", result)
        }
        return try JSONDecoder().decode(Findings.self, from: Data(result.standardOutput.utf8))
    }
}

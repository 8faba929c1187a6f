import Foundation
import Testing

/// The built conformance client, with folders of its own.
struct ConformanceProgram {
    let metadata: String
    let targets: String
    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
        metadata = try home.makeFolder("metadata")
        targets = try home.makeFolder("targets")
    }

    func start(withRootAt file: String) async throws -> ToolResult {
        try await run(["--metadata-dir", metadata, "init", file])
    }

    func refresh(from repository: String) async throws -> ToolResult {
        try await run([
            "--metadata-dir", metadata, "--metadata-url", repository + "/metadata", "refresh",
        ])
    }

    func download(_ names: [String], from repository: String) async throws -> ToolResult {
        try await run(
            ["--metadata-url", repository + "/metadata/", "--metadata-dir", metadata]
                + names.flatMap { ["--target-name", $0] }
                + [
                    "--target-dir", targets, "--target-base-url", repository + "/targets/",
                    "download",
                ]
        )
    }

    func run(_ arguments: [String]) async throws -> ToolResult {
        let process = try ChildProcess(
            BuildFolder.product("tuf-conformance-client"),
            arguments,
            environment: .minimal(home: home),
            workingFolder: home.path
        )
        return try await process.wait(atMost: 60)
    }

    /// The names in one of the folders, sorted.
    func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// The version of what is trusted of a role; nil where nothing is.
    func version(of role: String) throws -> Int? {
        guard let data = FileManager.default.contents(atPath: "\(metadata)/\(role).json") else {
            return nil
        }
        let file = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        return (file["signed"] as? [String: Any])?["version"] as? Int
    }
}

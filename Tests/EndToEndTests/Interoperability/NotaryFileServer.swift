import Foundation
import TUFCore

/// Serves files as they are under the paths of a Notary server, on loopback.
struct NotaryFileServer: Sendable {
    let process: ServerProcess
    let url: String
    private let folder: TemporaryFolder

    /// Serves `files` as the repository `gun`, whatever they say.
    init(_ files: RepositoryFiles, as gun: String) async throws {
        folder = try TemporaryFolder()
        for file in files.inOrderOfWriting {
            try folder.write(file.bytes, below: "tuf", as: file.name)
        }
        guard let script = Bundle.module.path(forResource: "notary-files", ofType: "py") else {
            throw HarnessError.missingProduct("notary-files.py")
        }
        let python = try Tool.python.start([script, folder.path("tuf"), gun], home: folder)
        var port = ""
        process = try await ServerProcess(python) {
            port = python.output.standard.trimmingCharacters(in: .whitespacesAndNewlines)
            return !port.isEmpty
        }
        url = "http://127.0.0.1:\(port)"
    }
}

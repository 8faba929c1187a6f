import Foundation
import Testing

/// Python's own HTTP server over the files of a vector.
final class VectorServer: Sendable {
    let url: String
    private let server: ServerProcess
    private let home: TemporaryFolder

    /// Lays the files out as a real server has them, and starts.
    init(_ vector: TUFVector) async throws {
        home = try TemporaryFolder()
        let folder = try home.makeFolder("www")
        for (path, file) in try vector.served() {
            let place = URL(fileURLWithPath: "\(folder)/\(path)")
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(at: file, to: place)
        }
        let process = try Tool.python.start(
            ["-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", folder, "0"],
            home: home
        )
        server = try await ServerProcess(process) { process.output.standard.contains("port ") }
        let words = server.standardOutput.split(separator: " ")
        let index = try #require(words.firstIndex(of: "port"))
        url = "http://127.0.0.1:\(words[index + 1])"
    }

    /// Every path asked for until now, decoded, in order: the server logs before it answers.
    var requests: [String] {
        server.log.split(separator: "\n")
            .compactMap { line in
                let parts = line.components(separatedBy: "\"GET ")
                return parts.count == 2
                    ? parts[1].components(separatedBy: " HTTP/")[0].removingPercentEncoding : nil
            }
    }

    func stop() async {
        await server.killAtOnce()
    }
}

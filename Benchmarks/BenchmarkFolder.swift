import Foundation
import TUFCore

/// The files that are measured, kept in a folder when peers are to measure the same ones.
enum BenchmarkFolder {
    /// Set by `scripts/bench`, together with the file of what the peers found.
    static let shared = ProcessInfo.processInfo.environment["COUNTERSIGN_BENCHMARK_FOLDER"]
        .map { URL(filePath: $0) }

    /// The vectors of real Notary repositories.
    static let notary = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Tests/TUFCoreTests/Vectors/notary/good")

    static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

    /// Puts a repository where a peer's client would find it.
    static func keep(_ repository: TUFFiles, as name: String) throws {
        guard let folder = shared?.appending(path: name) else { return }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (role, bytes) in repository.files {
            try Data(bytes).write(to: folder.appending(path: "\(role).json"))
        }
    }

    /// What peers found: seconds by row, written as `ROW PEER SECONDS`.
    static func peerTimes() throws -> [String: (peer: String, seconds: Double)] {
        guard let file = shared?.appending(path: "peers"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return [:] }
        var times: [String: (peer: String, seconds: Double)] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 3, let seconds = Double(words[2]) else { continue }
            times[String(words[0])] = (String(words[1]), seconds)
        }
        return times
    }
}

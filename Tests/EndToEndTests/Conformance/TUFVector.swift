import Foundation
import Testing

/// One of the TUF 1.0 vectors of the core's own tests.
struct TUFVector: CustomTestStringConvertible, Sendable {
    struct Step: Decodable {
        let repo: Int
        let op: String
        let expect: String
        let target: String?
        let trusted: [String: Int?]?
        let requests: [String]
    }

    private struct Facts: Decodable {
        let steps: [Step]
    }

    let name: String

    var testDescription: String { name }

    /// This file is `Tests/EndToEndTests/Conformance/TUFVector.swift`.
    var folder: URL {
        URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("TUFCoreTests/Vectors/tuf/\(name)")
    }

    var root: String { folder.appendingPathComponent("client/root.json").path }

    func steps() throws -> [Step] {
        let data = try Data(contentsOf: folder.appendingPathComponent("case.json"))
        return try JSONDecoder().decode(Facts.self, from: data).steps
    }

    /// What a server serves, by path; file names in the vectors are percent-encoded.
    func served() throws -> [(path: String, file: URL)] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasPrefix("repo-") }
            .flatMap { repo in
                try ["metadata", "targets"].flatMap { try files(of: "\(repo)/\($0)") }
            }
    }

    private func files(of part: String) throws -> [(path: String, file: URL)] {
        let folder = folder.appendingPathComponent(part)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.map { name in
            let decoded = try #require(name.removingPercentEncoding)
            return ("\(part)/\(decoded)", folder.appendingPathComponent(name))
        }
    }
}

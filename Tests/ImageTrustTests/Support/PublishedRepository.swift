import Foundation
import TUFCore

/// A repository among the vectors of the TUFCore tests.
struct PublishedRepository: Sendable {
    private struct Case: Decodable {
        let gun: String
        let referenceTime: String
        let lookups: [String: String?]
    }

    let gun: String
    let referenceTime: UTCTime
    /// SHA-256 by tag, as the real client looked it up; what it did not find is left out.
    let lookups: [String: String]
    /// Every file, named without `.json`.
    let files: [String: [UInt8]]

    init(_ name: String) throws {
        let folder = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("TUFCoreTests/Vectors/notary/good/\(name)")
        let data = try Data(contentsOf: folder.appendingPathComponent("case.json"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let description = try decoder.decode(Case.self, from: data)
        guard let time = UTCTime(rfc3339: description.referenceTime) else {
            throw CocoaError(.formatting)
        }
        gun = description.gun
        referenceTime = time
        lookups = description.lookups.compactMapValues { $0?.sha256 }
        files = try Self.files(below: folder.appendingPathComponent("metadata"))
    }

    private static func files(below folder: URL) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where path.hasSuffix(".json") {
            let data = try Data(contentsOf: folder.appendingPathComponent(path))
            files[String(path.dropLast(5))] = Array(data)
        }
        return files
    }
}

extension String {
    /// The digest in a line such as `1.0 sha256:… 528`.
    fileprivate var sha256: String? {
        firstRange(of: "sha256:").map { String(self[$0.upperBound...].prefix(64)) }
    }
}

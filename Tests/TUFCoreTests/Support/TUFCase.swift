import Foundation
import TUFCore
import Testing

/// One folder of vectors for TUF 1.0: what a server serves at each step, and what must come of it.
struct TUFCase: CustomTestStringConvertible {
    struct Facts: Decodable {
        struct Config: Decodable {
            let maxDelegations: Int?
        }

        struct Step: Decodable {
            let repo: Int
            let op: String
            let expect: String
            let time: String
            let target: String?
            let trusted: [String: Int?]?
            let requests: [String]
        }

        let name: String
        let desc: String
        let config: Config
        let steps: [Step]
    }

    let folder: URL
    let facts: Facts

    var testDescription: String { "\(facts.name): \(facts.desc)" }

    static let all: [TUFCase] = {
        let folder = Bundle.module.bundleURL.appending(path: "Vectors/tuf")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { try? TUFCase(folder.appendingPathComponent($0)) }
    }()

    init(_ folder: URL) throws {
        self.folder = folder
        let data = try Data(contentsOf: folder.appendingPathComponent("case.json"))
        facts = try JSONDecoder().decode(Facts.self, from: data)
    }

    /// The file at a path of an URL, encoded as the vectors encode it.
    func file(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: folder.appendingPathComponent(path))).map { [UInt8]($0) }
    }

    func targetFile(named name: String, at step: Facts.Step) throws -> [UInt8]? {
        let index = try #require(file("repo-\(step.repo)/targets-index.json"))
        let names = try JSONDecoder().decode([String: String].self, from: Data(index))
        // Swift compares names by Unicode equivalence, a server by bytes.
        let stored = names.first { $0.key.utf8.elementsEqual(name.utf8) }?.value
        return stored.flatMap { file("repo-\(step.repo)/targets/\($0)") }
    }
}

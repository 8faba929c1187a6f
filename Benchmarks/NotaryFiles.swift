import Foundation
import TUFCore

/// The files of one real Notary repository, in memory.
struct NotaryFiles {
    private struct Facts: Decodable {
        let gun: String
        let referenceTime: String

        enum CodingKeys: String, CodingKey {
            case gun
            case referenceTime = "reference_time"
        }
    }

    private let gun: GUN
    private let start: UpdateStartTime
    private var files: [String: [UInt8]] = [:]

    init(_ folder: URL) throws {
        struct BadTime: Error {}
        let facts = try JSONDecoder()
            .decode(
                Facts.self,
                from: Data(contentsOf: folder.appending(path: "case.json"))
            )
        guard let time = UTCTime(rfc3339: facts.referenceTime) else { throw BadTime() }
        gun = try GUN(facts.gun)
        start = UpdateStartTime(time)
        let metadata = folder.appending(path: "metadata")
        for path in try FileManager.default.subpathsOfDirectory(atPath: metadata.path)
        where path.hasSuffix(".json") {
            files[String(path.dropLast(5))] = try BenchmarkFolder.bytes(
                metadata.appending(path: path)
            )
        }
    }

    /// Everything verified, as by a client that has nothing and trusts what it sees first.
    func verified() throws -> TrustedRepository {
        var workflow = UpdateWorkflow(
            from: .pin(.trustOnFirstUse, rules: NotaryRootRules(gun: gun)),
            notBelow: VersionFloors(),
            at: start
        )
        while true {
            switch workflow.next() {
            case .fetch(let request):
                workflow.receive(files[request.role.name].map { .bytes($0) } ?? .notFound)
            case .recall, .forget, .persist: break
            case .finish(let trusted): return trusted
            case .abort(let error): throw error
            }
        }
    }
}

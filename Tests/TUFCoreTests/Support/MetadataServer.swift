import Foundation
import TUFCore

/// Answers the requests of a workflow from memory, by role, whatever digest is asked for: as a
/// hostile server would.
struct MetadataServer {
    var files: [String: FetchResult]
    private(set) var requests: [String] = []

    init(_ files: [String: FetchResult] = [:]) {
        self.files = files
    }

    init(_ notaryCase: NotaryCase) {
        self.init()
        let root = notaryCase.folder.appending(path: "metadata")
        let paths = root.relativePaths
        for path in paths where path.hasSuffix(".json") {
            guard let bytes = try? notaryCase.bytes("metadata/\(path)") else { continue }
            files[String(path.dropLast(5))] = .bytes(bytes)
        }
    }

    mutating func answer(_ request: MetaFileRequest) -> FetchResult {
        let name: String
        switch request.edition {
        case .newest, .digest: name = request.role.name
        case .version(let version): name = "\(version).\(request.role.name)"
        }
        requests.append(name)
        return files[name] ?? .notFound
    }

    /// Runs a workflow to its end.
    mutating func run(
        _ workflow: UpdateWorkflow,
        keeping known: [RoleName: [UInt8]] = [:]
    ) -> (result: Result<TrustedRepository, UpdateError>, kept: [RoleName: [UInt8]]) {
        var workflow = workflow
        var kept = known
        while true {
            switch workflow.next() {
            case .fetch(let request): workflow.receive(answer(request))
            case .recall(let role):
                workflow.receive(kept[role].map { .bytes($0) } ?? .notFound)
            case .persist(let role, let bytes): kept[role] = bytes
            case .forget(let role): kept[role] = nil
            case .finish(let repository): return (.success(repository), kept)
            case .abort(let error): return (.failure(error), kept)
            }
        }
    }
}

import Foundation
import TUFCore
import Testing

/// A client in memory that runs the steps of a case against its folders.
struct TUFClient {
    enum Outcome: Equatable {
        case succeeded
        case notFound
        case failed(String)
    }

    let tufCase: TUFCase
    private(set) var kept: [RoleName: [UInt8]] = [:]
    private(set) var requests: [String] = []

    init(_ tufCase: TUFCase) {
        self.tufCase = tufCase
        kept[.root] = tufCase.file("client/root.json")
    }

    mutating func run(_ step: TUFCase.Facts.Step) -> Outcome {
        requests = []
        do {
            let repository = try refresh(step)
            guard step.op == "download", let name = step.target else { return .succeeded }
            guard let target = try lookUp(name, in: repository, step) else { return .notFound }
            try download(target, under: repository.root.root, step)
            return .succeeded
        } catch {
            return .failed("\(error)")
        }
    }

    /// The version of what is kept of a role; nil where nothing is.
    func version(of role: String) throws -> Int? {
        guard let bytes = kept[try RoleName(role)] else { return nil }
        let document = try JSONDocument(parsing: bytes, limits: .untrustedMetadata)
        return document.root["signed"]?["version"]?.integer
    }

    private var limits: UpdateLimits {
        var limits = UpdateLimits.tuf
        limits.delegatedRoles = tufCase.facts.config.maxDelegations ?? limits.delegatedRoles
        return limits
    }

    private mutating func refresh(_ step: TUFCase.Facts.Step) throws -> TrustedRepository {
        let rules = TUFRootRules(gun: try GUN("vectors"))
        let bytes = try #require(kept[.root])
        let root = try Unverified<Root>(parsing: bytes, as: .root, in: .tuf)
        var workflow = UpdateWorkflow(
            from: .known(try root.trustedAsPersisted(rules: rules)),
            notBelow: VersionFloors(),
            at: UpdateStartTime(try #require(UTCTime(rfc3339: step.time))),
            fetching: .none,
            limits: limits,
            dialect: .tuf
        )
        while true {
            switch workflow.next() {
            case .fetch(let request): workflow.receive(fetch(request, step))
            case .recall(let role): workflow.receive(recall(role))
            case .persist(let role, let bytes): kept[role] = bytes
            case .forget(let role): kept[role] = nil
            case .finish(let repository): return repository
            case .abort(let error): throw error
            }
        }
    }

    private mutating func lookUp(
        _ name: String,
        in repository: TrustedRepository,
        _ step: TUFCase.Facts.Step
    ) throws -> TrustedTarget? {
        var lookup = TargetLookup(of: name, in: repository, limits: limits)
        while true {
            switch lookup.next() {
            case .fetch(let request): lookup.receive(fetch(request, step))
            case .recall(let role): lookup.receive(recall(role))
            case .persist(let role, let bytes): kept[role] = bytes
            case .found(let target): return target
            case .notFound: return nil
            case .abort(let error): throw error
            }
        }
    }

    private mutating func download(
        _ target: TrustedTarget,
        under root: Root,
        _ step: TUFCase.Facts.Step
    ) throws {
        let name = target.fileName(under: root)
        requests.append("targets/\(name)")
        guard let bytes = try tufCase.targetFile(named: name, at: step) else { throw NoFile() }
        var download = TargetDownload(of: target)
        for chunk in stride(from: 0, to: bytes.count, by: 7) {
            try download.receive(Array(bytes[chunk..<min(chunk + 7, bytes.count)]))
        }
        try download.finish()
    }

    private struct NoFile: Error {}

    private func recall(_ role: RoleName) -> FetchResult {
        kept[role].map { .bytes($0) } ?? .notFound
    }

    private mutating func fetch(
        _ request: MetaFileRequest,
        _ step: TUFCase.Facts.Step
    ) -> FetchResult {
        let role = request.role.name
            .addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-", "_", "."]))
        let name: String
        switch request.edition {
        case .newest, .digest: name = "\(role ?? "").json"
        case .version(let version): name = "\(version).\(role ?? "").json"
        }
        requests.append("metadata/\(name)")
        guard let bytes = tufCase.file("repo-\(step.repo)/metadata/\(name)") else {
            return .notFound
        }
        return bytes.count > request.maximumBytes ? .tooLong : .bytes(bytes)
    }
}

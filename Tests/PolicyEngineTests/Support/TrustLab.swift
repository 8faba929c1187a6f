import PolicyEngine
import RepositorySimulation
import TUFCore

/// Real trust data for decisions: a repository that signs in memory, read through the workflow.
struct TrustLab {
    var repository: SimulatedRepository

    init(_ gun: String = "docker.io/library/nginx") throws {
        repository = try SimulatedRepository(gun)
    }

    /// A digest that is easy to tell from others.
    static func digest(_ byte: UInt8) throws -> Digest {
        try Digest(.sha256, bytes: [UInt8](repeating: byte, count: 32))
    }

    /// Signs everything and reads it back.
    func search() async throws -> TargetSearch {
        var repository = repository
        let files = try await repository.files()
        var workflow = UpdateWorkflow(
            from: .pin(.trustOnFirstUse, rules: AnyRootKeyRules(gun: repository.gun)),
            notBelow: VersionFloors(),
            at: UpdateStartTime(UTCTime(seconds: 1_795_392_000))
        )
        while true {
            switch workflow.next() {
            case .fetch(let request):
                workflow.receive(files[request.role.name].map { .bytes($0) } ?? .notFound)
            case .recall, .forget, .persist: break
            case .finish(let trusted): return TargetSearch(in: trusted)
            case .abort(let error): throw error
            }
        }
    }

    /// The trusted target of a tag in a role.
    func target(_ tag: String, in role: RoleName) async throws -> TrustedTarget {
        guard let target = try await search().target(named: tag, in: role) else {
            throw NoTarget()
        }
        return target
    }

    /// A repository of one signed tag.
    static func signed(
        _ gun: String = "docker.io/library/nginx",
        tag: String = "1.0",
        byte: UInt8 = 0xAB
    ) async throws -> TrustedTarget {
        var lab = try TrustLab(gun)
        lab.repository.add(tag, try digest(byte), to: .targets)
        return try await lab.target(tag, in: .targets)
    }

    struct NoTarget: Error {}
}

import NotaryService
import NotaryTesting
import TUFCore

/// What there is before the requests of a list: two repositories.
///
/// `lab/app` has two versions of everything, its snapshots signed by its publisher, and a
/// delegation `targets/releases`; `lab/served` has one, its snapshot signed by the server.
struct CatalogueSetting: Sendable {
    static let guns = ["lab/app", "lab/served"]

    let requests: [ComparedRequest]
    /// What `$(NAME)` in lists stands for: SHA-256 digests of the files of `lab/app`, as
    /// `root`, `targets`, `oldTargets` and so on, in upper case with `ROOT`.
    let values: [String: String]

    init(keys: CatalogueKeys, servers: [String: ServerKeys]) async throws {
        guard let app = servers["lab/app"], let served = servers["lab/served"] else {
            throw HarnessError.missingAnswers(expected: Self.guns.count, output: "")
        }
        var steps = CatalogueSteps(name: "app", keys: keys, server: app)
        try await steps.publish { $0.delegate("targets/releases", to: keys.alice) }
        let old = steps.stored
        try await steps.publish(version: 2) { recipe in
            recipe.testTargets.delegations = [.init("targets/releases", to: keys.alice.key)]
        }
        var other = CatalogueSteps(name: "served", keys: keys, server: served)
        try await other.publish { $0.leaveSnapshot() }
        requests = steps.requests + other.requests
        var values: [String: String] = [:]
        for (role, file) in steps.stored {
            let name = role.replacing("targets/releases", with: "releases")
            let digest = HashAlgorithm.sha256.digest(of: file.bytes).hex
            values[name] = digest
            values[name.uppercased()] = digest.uppercased()
            values["old" + name.prefix(1).uppercased() + name.dropFirst()] =
                old[role].map { HashAlgorithm.sha256.digest(of: $0.bytes).hex }
            values["\(name)512"] = HashAlgorithm.sha512.digest(of: file.bytes).hex
        }
        self.values = values
    }
}

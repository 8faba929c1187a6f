import TUFCore

/// A repository of any shape: a search ends, and finds what the plainest search finds.
enum DelegationFuzzing: FuzzTarget {
    static let name = "delegation"

    static func run(_ input: [UInt8]) throws(BrokenPromise) {
        guard let signer else { throw BrokenPromise(description: "there is a key") }
        var input = FuzzInput(input)
        var limits = UpdateLimits.tuf
        limits.delegatedRoles = input.number(below: 10)
        let path = input.choice(of: FuzzRepository.paths)
        let shape = FuzzRepository(&input)
        let server = Server(repository: shape, signer: signer)
        guard let repository = server.refreshed() else {
            throw BrokenPromise(description: "the repository is good down to its targets")
        }
        var model = ModelSearch(shape, path: path, limit: limits.delegatedRoles)
        let expected = model.outcome()
        let found = server.search(path, in: repository, limits)
        try BrokenPromise.unless("`\(path)`: \(expected), not \(found)", found == expected)
    }

    private static let signer = try? FuzzSigner()
}

private struct Server {
    let repository: FuzzRepository
    let signer: FuzzSigner

    func refreshed() -> TrustedRepository? {
        guard let gun = try? GUN("fuzz"),
            let file = try? Unverified<Root>(parsing: signer.root, as: .root, in: .tuf),
            let root = try? file.trustedAsPersisted(rules: TUFRootRules(gun: gun))
        else { return nil }
        var workflow = UpdateWorkflow(
            from: .known(root),
            notBelow: VersionFloors(),
            at: FuzzRepository.start,
            fetching: .none,
            limits: .tuf,
            dialect: .tuf
        )
        while true {
            switch workflow.next() {
            case .fetch(let request): workflow.receive(answer(request))
            case .recall: workflow.receive(.notFound)
            case .persist, .forget: continue
            case .finish(let repository): return repository
            case .abort: return nil
            }
        }
    }

    func search(
        _ path: String,
        in trusted: TrustedRepository,
        _ limits: UpdateLimits
    ) -> ModelSearch.Outcome {
        var lookup = TargetLookup(of: path, in: trusted, limits: limits)
        while true {
            switch lookup.next() {
            case .fetch(let request): lookup.receive(answer(request))
            case .recall: lookup.receive(.notFound)
            case .persist: continue
            case .found(let target): return .found(inRole: target.role.name)
            case .notFound: return .notFound
            case .abort: return .aborted
            }
        }
    }

    private func answer(_ request: MetaFileRequest) -> FetchResult {
        // There is one root only.
        if case .version = request.edition { return .notFound }
        return repository.file(of: request.role.name, signedBy: signer).map { .bytes($0) }
            ?? .notFound
    }
}

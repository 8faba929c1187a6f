import TUFCore

/// A whole update of a TUF 1.0 repository whose files are at hand.
enum TUFRefresh {
    static func repository(from files: TUFFiles) throws -> TrustedRepository {
        let file = try Unverified<Root>(parsing: files["root"], as: .root, in: .tuf)
        let rules = TUFRootRules(gun: try GUN("benchmark"))
        var limits = UpdateLimits.tuf
        limits.targetsBytes = 100 << 20
        var workflow = UpdateWorkflow(
            from: .known(try file.trustedAsPersisted(rules: rules)),
            notBelow: VersionFloors(),
            at: UpdateStartTime(UTCTime(seconds: 1_795_392_000)),
            fetching: .none,
            limits: limits,
            dialect: .tuf
        )
        while true {
            switch workflow.next() {
            case .fetch(let request) where request.role == .root: workflow.receive(.notFound)
            case .fetch(let request): workflow.receive(.bytes(files[request.role.name]))
            case .recall: workflow.receive(.notFound)
            case .forget, .persist: break
            case .finish(let trusted): return trusted
            case .abort(let error): throw error
            }
        }
    }
}

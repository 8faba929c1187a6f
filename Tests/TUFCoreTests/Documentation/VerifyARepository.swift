import TUFCore

/// The code of the article `VerifyARepository.md`.
enum VerifyARepository {
    // snippet: refresh
    static func refresh(
        trusting rootFile: [UInt8],
        at now: UTCTime,
        fetch: (MetaFileRequest) throws -> FetchResult,
        kept: inout [RoleName: [UInt8]]
    ) throws -> TrustedRepository {
        let root = try Unverified<Root>(parsing: rootFile, as: .root, in: .tuf)
        let rules = TUFRootRules(gun: try GUN("my-repository"))
        var workflow = UpdateWorkflow(
            from: .known(try root.trustedAsPersisted(rules: rules)),
            notBelow: VersionFloors(),
            at: UpdateStartTime(now),
            fetching: .none,
            limits: .tuf,
            dialect: .tuf
        )
        while true {
            switch workflow.next() {
            case .fetch(let request): workflow.receive(try fetch(request))
            case .recall(let role): workflow.receive(kept[role].map { .bytes($0) } ?? .notFound)
            case .persist(let role, let bytes): kept[role] = bytes
            case .forget(let role): kept[role] = nil
            case .finish(let repository): return repository
            case .abort(let error): throw error
            }
        }
    }
    // end

    // snippet: find
    static func find(
        _ name: String,
        in repository: TrustedRepository,
        fetch: (MetaFileRequest) throws -> FetchResult
    ) throws -> TrustedTarget? {
        var lookup = TargetLookup(of: name, in: repository)
        while true {
            switch lookup.next() {
            case .fetch(let request): lookup.receive(try fetch(request))
            case .recall: lookup.receive(.notFound)
            case .persist: continue
            case .found(let target): return target
            case .notFound: return nil
            case .abort(let error): throw error
            }
        }
    }
    // end

    // snippet: download
    static func check(_ chunks: [[UInt8]], are target: TrustedTarget) throws {
        var download = TargetDownload(of: target)
        for chunk in chunks { try download.receive(chunk) }
        try download.finish()
    }
    // end
}

import TUFCore

/// The code of the article `TwoDialects.md`.
enum TwoDialects {
    // snippet: notary
    static func refreshNotary(
        _ name: String,
        pinnedTo key: KeyID,
        at now: UTCTime,
        fetch: (MetaFileRequest) throws -> FetchResult
    ) throws -> TrustedRepository {
        let rules = NotaryRootRules(gun: try GUN(name))
        var workflow = UpdateWorkflow(
            from: .pin(.keyIDs([key]), rules: rules),
            notBelow: VersionFloors(),
            at: UpdateStartTime(now)
        )
        while true {
            switch workflow.next() {
            case .fetch(let request): workflow.receive(try fetch(request))
            case .recall: workflow.receive(.notFound)
            case .persist, .forget: continue
            case .finish(let repository): return repository
            case .abort(let error): throw error
            }
        }
    }
    // end

    // snippet: lookup
    static func signers(
        ofTag tag: String,
        in repository: TrustedRepository
    ) throws -> [KeyID]? {
        let target = try TargetSearch(in: repository).target(named: tag)
        return target?.signers.map(\.id)
    }
    // end
}

import TUFCore

/// Runs the update workflow between a folder of trusted metadata and a repository.
struct RepositoryUpdater {
    let metadata: MetadataFolder
    let remote: RemoteFolder
    let downloader: Downloader

    init(metadata: MetadataFolder, remote: RemoteFolder, over downloader: Downloader) {
        self.metadata = metadata
        self.remote = remote
        self.downloader = downloader
    }

    /// Updates the top-level roles (TUF 5.2 to 5.6).
    ///
    /// Nothing is asked for before the root that is kept has proven to be whole.
    func refreshed(at start: UpdateStartTime) async throws -> RepositoryClient {
        var workflow = UpdateWorkflow(
            from: .known(try keptRoot()),
            notBelow: VersionFloors(),  // what is kept is recalled, and nothing older is taken
            at: start,
            fetching: .none,
            limits: .tuf,
            dialect: .tuf
        )
        while true {
            switch workflow.next() {
            case .fetch(let request): workflow.receive(await fetch(request))
            case .recall(let role): workflow.receive(recall(role))
            case .persist(let role, let bytes): try metadata.keep(bytes, of: role)
            case .forget(let role): try metadata.forget(role)
            case .finish(let repository):
                return RepositoryClient(repository: repository, updater: self)
            case .abort(let error): throw error
            }
        }
    }

    /// Fetches a metadata file.
    func fetch(_ request: MetaFileRequest) async -> FetchResult {
        await downloader.metadata(at: remote.url(of: request), atMost: request.maximumBytes)
    }

    /// Looks for a metadata file among those kept.
    func recall(_ role: RoleName) -> FetchResult {
        metadata.kept(of: role).map { .bytes($0) } ?? .notFound
    }

    private func keptRoot() throws -> TrustedRoot {
        guard let bytes = metadata.kept(of: .root) else {
            throw ClientError.unreadable("root.json")
        }
        let root = try Unverified<Root>(parsing: bytes, as: .root, in: .tuf)
        return try root.trustedAsPersisted(rules: TUFRootRules(gun: try GUN("conformance")))
    }
}

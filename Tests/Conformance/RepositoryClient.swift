import TUFCore

/// Looks targets up in an updated repository and downloads them (TUF 5.6.7 and 5.7).
struct RepositoryClient {
    let repository: TrustedRepository
    let updater: RepositoryUpdater

    /// Downloads a target, unless it is there already.
    func download(
        _ name: String,
        from remote: RemoteFolder,
        into folder: TargetFolder
    ) async throws {
        let target = try await target(named: name)
        guard !folder.has(target) else { return }
        let url = remote.url(of: target, under: repository.root.root)
        try await folder.store(target, try await updater.downloader.target(at: url))
    }

    private func target(named name: String) async throws -> TrustedTarget {
        var lookup = TargetLookup(of: name, in: repository, limits: .tuf)
        while true {
            switch lookup.next() {
            case .fetch(let request): lookup.receive(await updater.fetch(request))
            case .recall(let role): lookup.receive(updater.recall(role))
            case .persist(let role, let bytes): try updater.metadata.keep(bytes, of: role)
            case .found(let target): return target
            case .notFound: throw ClientError.noSuchTarget(name)
            case .abort(let error): throw error
            }
        }
    }
}

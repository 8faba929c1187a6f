public import TUFCore

/// Runs an update workflow: does the fetching and keeping that it asks for.
public struct UpdateDriver: Sendable {
    private let fetcher: any MetadataFetcher

    /// Takes where files come from.
    public init(fetcher: any MetadataFetcher) {
        self.fetcher = fetcher
    }

    /// Runs `workflow` to its end.
    ///
    /// `keepRoot` is called with every root on the way, before anything below it is fetched, and
    /// with the floors as that root leaves them. The floors of the result are the caller's to keep.
    ///
    /// - Throws: ``UpdateFailure``.
    public func run<KeepError>(
        _ workflow: UpdateWorkflow,
        keepingRoots keepRoot: ([UInt8], VersionFloors) async throws(KeepError) -> Void
    ) async throws(UpdateFailure<KeepError>) -> TrustedRepository {
        var workflow = workflow
        while true {
            switch workflow.next() {
            case .fetch(let request):
                workflow.receive(await fetcher.fetch(request))
            case .recall: workflow.receive(.notFound)  // what is listed is cached by its digest
            case .forget: continue
            case .persist(let role, let bytes):
                guard role == .root else { continue }
                do { try await keepRoot(bytes, workflow.floors) } catch { throw .notKept(error) }
            case .finish(let repository):
                return repository
            case .abort(let error):
                throw .aborted(error)
            }
        }
    }
}

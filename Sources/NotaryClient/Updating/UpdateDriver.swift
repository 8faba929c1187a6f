public import TUFCore

/// Runs an update workflow: does the fetching and keeping that it asks for.
public struct UpdateDriver: Sendable {
    private let fetcher: any MetadataFetcher

    /// What an update ends with.
    public struct Result: Sendable {
        /// All that was proven.
        public let repository: TrustedRepository
        /// The versions to hold the next update to, those of roles not fetched this time included.
        public let floors: VersionFloors
    }

    /// Takes where files come from.
    public init(fetcher: any MetadataFetcher) {
        self.fetcher = fetcher
    }

    /// Runs `workflow` to its end.
    ///
    /// `keepRoot` is called with every root on the way, before anything below it is fetched, and
    /// with the floors as that root leaves them. The caller keeps the floors of the result.
    ///
    /// - Throws: ``UpdateFailure``.
    public func run<KeepError>(
        _ workflow: UpdateWorkflow,
        keepingRoots keepRoot: ([UInt8], VersionFloors) async throws(KeepError) -> Void
    ) async throws(UpdateFailure<KeepError>) -> Result {
        var workflow = workflow
        while true {
            switch workflow.next() {
            case .fetch(let request):
                workflow.receive(await fetcher.fetch(request))
            case .persist(let role, let bytes):
                guard role == .root else { continue }
                do { try await keepRoot(bytes, workflow.floors) } catch { throw .notKept(error) }
            case .finish(let repository):
                return Result(repository: repository, floors: workflow.floors(after: repository))
            case .abort(let error):
                throw .aborted(error)
            }
        }
    }
}

/// Why an update proved nothing.
public enum UpdateFailure<KeepError: Error>: Error {
    /// The workflow's own verdict.
    case aborted(UpdateError)
    /// A root could not be kept, so nothing below it may be trusted.
    case notKept(KeepError)
}

extension UpdateWorkflow {
    fileprivate func floors(after repository: TrustedRepository) -> VersionFloors {
        var floors = floors
        for (role, version) in repository.floors.versions { floors.raise(role, to: version) }
        return floors
    }
}

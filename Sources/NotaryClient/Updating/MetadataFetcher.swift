public import TUFCore

/// Fetches the files that an update asks for.
public protocol MetadataFetcher: Sendable {
    /// Fetches one file.
    ///
    /// Answers ``FetchResult/notFound`` only when the server itself says so; whatever else keeps
    /// the file away is ``FetchResult/unavailable(_:)`` or ``FetchResult/tooLong``.
    func fetch(_ request: MetaFileRequest) async -> FetchResult
}

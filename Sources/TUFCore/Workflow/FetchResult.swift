/// What came of fetching one file.
public enum FetchResult: Sendable {
    /// The whole file.
    case bytes([UInt8])
    /// The server answered that there is no such file.
    case notFound
    /// The file is longer than the request allows.
    case tooLong
    /// The server could not be asked, or failed; the text is the transport's own.
    case unavailable(String)
}

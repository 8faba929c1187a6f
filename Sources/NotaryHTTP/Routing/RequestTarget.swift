/// The path and query of a request line, decoded as Go's `net/url` does.
///
/// Of a whole address (`http://host/path`) the layers below leave the path and query only.
struct RequestTarget: Hashable, Sendable {
    /// The path with its percent escapes decoded, so any bytes.
    let path: [UInt8]
    /// The query without `?`, as written; nil without one.
    let query: String?

    /// Parses `/path?query`, in which `#` is a character like others; nil when an escape of the
    /// path is broken.
    init?(_ text: String) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = PercentEncoding.decode(parts.first ?? "") else { return nil }
        self.path = path
        self.query = parts.count > 1 ? String(parts[1]) : nil
    }

    /// Whether it is `*`: the server as a whole.
    var isAsterisk: Bool { path == [UInt8(ascii: "*")] }

    /// The address of the same resource when the path has empty or dot segments; else nil.
    var cleanedLocation: String? {
        let cleaned = PathCleaning.clean(path)
        guard cleaned != path else { return nil }
        let query = query.map { "?" + $0 } ?? ""
        return PercentEncoding.encode(path: cleaned) + query
    }
}

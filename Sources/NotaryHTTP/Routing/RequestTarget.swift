/// The path and query of a request line, decoded as Go's `net/url` does.
struct RequestTarget: Hashable, Sendable {
    /// The path with its percent escapes decoded, so any bytes.
    let path: [UInt8]
    /// The query without `?`, as written; nil without one.
    let query: String?

    /// Parses `/path?query` or `http://host/path?query`; nil when an escape is broken.
    init?(_ text: String) {
        let withoutFragment = text.prefix { $0 != "#" }
        let parts = withoutFragment.split(
            separator: "?",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let written = Self.path(of: parts.first ?? "")
        guard let path = PercentEncoding.decode(written) else { return nil }
        self.path = path
        self.query = parts.count > 1 ? String(parts[1]) : nil
    }

    /// The address of the same resource when the path has empty or dot segments; else nil.
    var cleanedLocation: String? {
        let cleaned = PathCleaning.clean(path)
        guard cleaned != path else { return nil }
        let query = query.map { "?" + $0 } ?? ""
        return PercentEncoding.encode(path: cleaned) + query
    }

    private static func path(of text: Substring) -> Substring {
        guard !text.hasPrefix("/"), let scheme = text.firstRange(of: "://") else { return text }
        let afterScheme = text[scheme.upperBound...]
        return afterScheme.firstIndex(of: "/").map { afterScheme[$0...] } ?? "/"
    }
}

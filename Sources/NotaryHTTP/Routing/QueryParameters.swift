/// The parameters of a query, as Go's `url.ParseQuery` finds them.
struct QueryParameters: Hashable, Sendable {
    private let values: [[UInt8]: [UInt8]]

    /// Broken pairs are left out; of a repeated name the first value counts.
    init(_ query: String?) {
        var values: [[UInt8]: [UInt8]] = [:]
        for pair in (query ?? "").split(separator: "&") where !pair.contains(";") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true),
                let value = PercentEncoding.decode(
                    parts.count > 1 ? parts[1] : "",
                    plusIsSpace: true
                ),
                values[name] == nil
            else { continue }
            values[name] = value
        }
        self.values = values
    }

    /// The value of `name`; empty when it is not there.
    subscript(name: String) -> [UInt8] {
        values[Array(name.utf8)] ?? []
    }
}

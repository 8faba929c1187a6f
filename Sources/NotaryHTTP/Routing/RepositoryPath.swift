import TUFCore

/// Paths of the form `/v2/GUN<marker>REST`.
enum RepositoryPath {
    /// Finds the longest GUN after which `rest` recognises what follows `marker`.
    ///
    /// - Returns: nil when the path does not match; a nil GUN when it does, but no repository can
    ///   have that name (too long, not UTF-8, control characters).
    static func match<Rest>(
        _ path: [UInt8],
        below marker: String,
        _ rest: (ArraySlice<UInt8>) -> Rest?
    ) -> (gun: GUN?, rest: Rest)? {
        let prefix = Array("/v2/".utf8)
        let marker = Array(marker.utf8)
        guard path.starts(with: prefix) else { return nil }
        // The name needs a byte, so the marker cannot start earlier than this.
        let first = prefix.count + 1
        var start = path.count - marker.count
        while start >= first {
            defer { start -= 1 }
            guard path[start] == marker[0], path[start...].starts(with: marker) else { continue }
            let name = path[prefix.count..<start]
            guard let rest = rest(path[(start + marker.count)...]) else { continue }
            guard !name.contains(UInt8(ascii: "*")) else { continue }
            return (gun(name), rest)
        }
        return nil
    }

    private static func gun(_ name: ArraySlice<UInt8>) -> GUN? {
        guard let text = String(validating: name, as: UTF8.self) else { return nil }
        return try? GUN(text)
    }
}

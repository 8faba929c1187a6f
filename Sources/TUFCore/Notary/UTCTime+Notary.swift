extension UTCTime {
    /// Reads a time of RFC 3339 as Go does, for which `T` and `Z` are capitals.
    package init?(notary text: String) {
        guard !text.utf8.contains(where: { $0 == UInt8(ascii: "t") || $0 == UInt8(ascii: "z") })
        else { return nil }
        self.init(rfc3339: text)
    }
}

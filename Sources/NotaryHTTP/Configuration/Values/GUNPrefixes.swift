/// The repositories that are served: those whose names begin with one of these; all, when empty.
struct GUNPrefixes: Hashable, Sendable {
    /// Every repository.
    static let all = GUNPrefixes()

    /// The prefixes in the order of the configuration.
    let texts: [String]

    private init() {
        texts = []
    }

    /// Nil unless each text is a prefix.
    init?(_ texts: [String]) {
        guard texts.allSatisfy(Self.isPrefix) else { return nil }
        self.texts = texts
    }

    /// Whether names that begin so may be served.
    func contains(_ name: String) -> Bool {
        texts.isEmpty || texts.contains { name.utf8.starts(with: $0.utf8) }
    }

    /// Whether it is a path that Go's `path.Clean` leaves as it is, and a slash.
    static func isPrefix(_ text: String) -> Bool {
        guard text.hasSuffix("/"), !text.hasPrefix(".."), text.first?.isWhitespace == false else {
            return false
        }
        return text.dropLast().split(separator: "/", omittingEmptySubsequences: false)
            .allSatisfy { !["", ".", ".."].contains($0) }
    }
}

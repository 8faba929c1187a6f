/// Why a text is not a configuration in the language it should be in.
struct ConfigurationSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was expected and what was found.
    let reason: String
    /// From 1; nil when it concerns the whole text, or the reason says where.
    var line: Int?

    /// The reason, with the line in front.
    var description: String {
        line.map { "line \($0): \(reason)" } ?? reason
    }
}

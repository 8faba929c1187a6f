/// One thing that is wrong with a configuration's settings.
struct ConfigurationFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file as the operator named it.
    let file: String
    /// The dotted key.
    let key: String
    /// What would have been right.
    let expected: String
    /// What is there instead; nil when there is nothing.
    let found: String?
    /// The environment variable or option that says so, where it is not the file.
    var origin: String?

    /// File, key, what was expected and what was found, in one line.
    var description: String {
        let place = origin.map { " in `\($0)`" } ?? ""
        let found = found.map { "`\($0)`\(place)" } ?? "nothing"
        return "`\(file)`: `\(key)`: expected \(expected), found \(found)"
    }
}

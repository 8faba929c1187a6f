/// The keys that a program reads from its configuration.
///
/// The raw value is the dotted key. In the environment a key is the prefix and the key in upper
/// case, with `_` for each dot.
protocol ConfigurationKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What its environment variables begin with, `_` included.
    static var variablePrefix: String { get }
    /// Those that are known and have no effect.
    static var ignored: [Self] { get }
    /// Whether every variable with the prefix should be one of a key.
    static var hasAllVariables: Bool { get }
}

extension ConfigurationKey {
    static var hasAllVariables: Bool { true }

    /// The environment variable that beats the file.
    var variable: String {
        Self.variablePrefix + rawValue.uppercased().split(separator: ".").joined(separator: "_")
    }
}

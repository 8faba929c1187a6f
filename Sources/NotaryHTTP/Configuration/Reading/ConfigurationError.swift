/// Why there is no configuration to run.
enum ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(file: String, reason: String)
    case tooLarge(file: String, limit: Int)
    /// The extension says which language a file is in.
    case unknownExtension(file: String)
    case malformed(file: String, ConfigurationSyntaxError)
    /// All that is wrong with the settings; never empty.
    case faults([ConfigurationFault])

    /// What is wrong, a line for each fault.
    var description: String {
        switch self {
        case .unreadable(let file, let reason): "`\(file)`: cannot be read: \(reason)"
        case .tooLarge(let file, let limit): "`\(file)`: expected at most \(limit) bytes"
        case .unknownExtension(let file):
            "`\(file)`: expected a name that ends in .json, .yaml, .yml or .toml"
        case .malformed(let file, let error): "`\(file)`: \(error)"
        case .faults(let faults): faults.map(\.description).joined(separator: "\n")
        }
    }
}

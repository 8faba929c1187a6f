import HTTPService

/// What an operator should know of a configuration that is run all the same.
enum ConfigurationWarning: Hashable, Sendable, CustomStringConvertible {
    /// Keys that mean nothing here: most likely misspelt.
    case unknownKeys([String], file: String)
    case unknownVariables([String])
    /// Keys of the original that have no effect here.
    case ignoredKeys([String])
    /// An option of the original that has no effect here.
    case ignoredOption(String)
    /// Plain HTTP on an address that other machines reach.
    case plainHTTP(ListenAddress)
    /// Neither tokens nor client certificates on an address that other machines reach.
    case everyoneMayPublish(ListenAddress)

    /// Whether it is about who reaches the server, which `--no-authentication` answers.
    var isAboutExposure: Bool {
        switch self {
        case .plainHTTP, .everyoneMayPublish: true
        case .unknownKeys, .unknownVariables, .ignoredKeys, .ignoredOption: false
        }
    }

    /// The warning in one line.
    var description: String {
        switch self {
        case .unknownKeys(let keys, let file):
            "`\(file)`: ignored, since no such key is known: \(Self.list(keys))"
        case .unknownVariables(let names):
            "ignored, since no such variable is known: \(Self.list(names))"
        case .ignoredKeys(let keys): "without effect here: \(Self.list(keys))"
        case .ignoredOption(let option): "without effect here: \(Self.list([option]))"
        case .plainHTTP(let address):
            "plain HTTP on `\(address)`, which is not loopback: all on the way can read along and "
                + "change what is sent"
        case .everyoneMayPublish(let address):
            "everyone who reaches `\(address)` may publish: neither `auth.type` nor "
                + "`server.client_ca_file` is set"
        }
    }

    private static func list(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }
}

import TUFCore

/// The languages that a configuration may be written in; the file's extension says which.
enum ConfigurationFormat: String, CaseIterable, Sendable {
    case json
    case yaml
    case yml
    case toml

    /// The language of the file at `path`; nil for an extension that the original refuses too.
    init?(path: String) {
        guard let dot = path.lastIndex(of: "."),
            let format = Self(rawValue: String(path[path.index(after: dot)...]))
        else { return nil }
        self = format
    }

    /// What `bytes` say.
    func tree(_ bytes: [UInt8]) throws(ConfigurationSyntaxError) -> JSON {
        switch self {
        case .json: try Self.json(bytes)
        case .yaml, .yml: try YAMLConfiguration.tree(Self.text(bytes))
        case .toml: try TOMLReader.tree(Self.text(bytes))
        }
    }

    private static func json(_ bytes: [UInt8]) throws(ConfigurationSyntaxError) -> JSON {
        let limits = JSONLimits(maximumBytes: ConfigurationFile.maximumBytes, maximumDepth: 64)
        do {
            return try JSONDocument(parsing: bytes, limits: limits).root.tree
        } catch {
            throw ConfigurationSyntaxError(reason: "\(error)")
        }
    }

    private static func text(_ bytes: [UInt8]) throws(ConfigurationSyntaxError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationSyntaxError(reason: "expected UTF-8")
        }
        return text
    }
}

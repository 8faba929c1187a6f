import TUFCore

/// Where settings come from: the command line, else the environment, else the file.
struct ConfigurationSource<Key: ConfigurationKey>: Sendable {
    /// A setting, and what says so.
    struct Setting: Hashable, Sendable {
        let value: JSON
        let origin: Origin
    }

    /// The layers, the strongest first.
    enum Origin: Hashable, Sendable {
        case option(String)
        case variable(String)
        case file
    }

    /// The file.
    let file: ConfigurationFile
    private let environment: [String: String]
    private let options: [Key: (name: String, value: String)]

    /// Puts `environment` above `file`, and what the `options` of the command line say above both.
    init(
        file: ConfigurationFile,
        environment: [String: String],
        options: [Key: (name: String, value: String)] = [:]
    ) {
        self.file = file
        self.environment = environment
        self.options = options
    }

    /// Those options that were given: keys, the names of the options, and what they say.
    static func options(
        _ all: [(Key, String, String?)]
    ) -> [Key: (name: String, value: String)] {
        all.reduce(into: [:]) { given, option in
            if let value = option.2 { given[option.0] = (option.1, value) }
        }
    }

    /// The strongest setting of a key.
    ///
    /// An empty variable is none, as viper has it.
    func setting(_ key: Key) -> Setting? {
        if let (name, value) = options[key] {
            return Setting(value: .string(value), origin: .option(name))
        }
        if let value = environment[key.variable], !value.isEmpty {
            return Setting(value: .string(value), origin: .variable(key.variable))
        }
        return file.tree.values[key.rawValue].map { Setting(value: $0, origin: .file) }
    }

    /// The keys of the file that mean nothing here.
    var unknownKeys: [String] {
        file.tree.values.keys.filter { Key(rawValue: $0) == nil }.sorted()
    }

    /// The variables that set something.
    var usedVariables: [String] {
        Key.allCases.map(\.variable).filter { environment[$0]?.isEmpty == false }
    }

    /// The variables with our prefix that mean nothing here.
    ///
    /// Those that Kubernetes sets for a service whose name is the prefix are not meant for us.
    var unknownVariables: [String] {
        let known = Set(Key.allCases.map(\.variable))
        return environment.keys
            .filter { name in
                guard name.hasPrefix(Key.variablePrefix), !known.contains(name) else {
                    return false
                }
                let rest = name.dropFirst(Key.variablePrefix.count)
                return !rest.hasPrefix("SERVICE_") && rest != "PORT" && !rest.hasPrefix("PORT_")
            }
            .sorted()
    }
}

import TUFCore

/// The settings of a configuration file by their dotted key in lower case, as viper keeps them.
struct ConfigurationTree: Hashable, Sendable {
    /// What is no table and not null.
    private(set) var values: [String: JSON] = [:]
    /// The keys that have others below them.
    private(set) var tables: Set<String> = []

    /// A file that says nothing.
    init() {}

    /// Takes a document apart.
    init(_ root: JSON) throws(ConfigurationSyntaxError) {
        switch root {
        case .null: break
        case .object(let members): try add(members, below: "")
        default: throw ConfigurationSyntaxError(reason: "expected a table of keys")
        }
    }

    private mutating func add(
        _ members: [JSON.Member],
        below prefix: String
    ) throws(ConfigurationSyntaxError) {
        for member in members {
            let key = prefix + member.name.lowercased()
            switch member.value {
            case .null: break
            case .object(let inner):
                tables.insert(key)
                try add(inner, below: key + ".")
            default:
                guard values.updateValue(member.value, forKey: key) == nil else {
                    throw ConfigurationSyntaxError(
                        reason: "expected each key once in whatever case, found `\(key)` again"
                    )
                }
            }
        }
    }
}

import TUFCore
import Yams

/// Reads a configuration in YAML: one document, with the types that viper gives plain scalars.
enum YAMLConfiguration {
    /// What `text` says; null when it is empty.
    static func tree(_ text: String) throws(ConfigurationSyntaxError) -> JSON {
        do {
            return try Yams.compose(yaml: text).map(value) ?? .null
        } catch let error as ConfigurationSyntaxError {
            throw error
        } catch {
            throw Self.syntaxError(error)
        }
    }

    private static func value(of node: Node) throws(ConfigurationSyntaxError) -> JSON {
        switch node {
        case .scalar(let scalar):
            return Self.scalar(scalar)
        case .sequence(let sequence):
            var elements: [JSON] = []
            for element in sequence { elements.append(try value(of: element)) }
            return .array(elements)
        case .mapping(let mapping):
            return .object(try members(of: mapping))
        case .alias:
            throw refusal("expected an anchor for each alias, found none", node)
        }
    }

    private static func members(
        of mapping: Node.Mapping
    ) throws(ConfigurationSyntaxError) -> [JSON.Member] {
        var members: [JSON.Member] = []
        for (key, element) in mapping {
            guard let name = key.scalar?.string else {
                throw refusal("expected a text as key, found a list or a table", key)
            }
            guard name != "<<" else {
                throw refusal("expected keys written out, found the merge key `<<`", key)
            }
            members.append(JSON.Member(name: name, value: try value(of: element)))
        }
        return members
    }

    private static func scalar(_ scalar: Node.Scalar) -> JSON {
        let text = scalar.string
        guard scalar.style == .plain, scalar.tag.description != Tag.Name.str.rawValue else {
            return .string(text)
        }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return .boolean(true)
        case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF":
            return .boolean(false)
        default: return Int(text).map { .integer($0) } ?? .string(text)
        }
    }

    private static func refusal(_ reason: String, _ node: Node) -> ConfigurationSyntaxError {
        ConfigurationSyntaxError(reason: reason, line: node.mark?.line)
    }

    private static func syntaxError(_ error: any Error) -> ConfigurationSyntaxError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
            .composer(_, let problem, let mark, _)?:
            ConfigurationSyntaxError(reason: problem, line: mark.line)
        case .duplicatedKeysInMapping(let names, let context)?:
            ConfigurationSyntaxError(
                reason: "expected each key once, found `\(names.first ?? "")` again",
                line: context.mark.line
            )
        default:
            ConfigurationSyntaxError(reason: "expected YAML: \(error)")
        }
    }
}

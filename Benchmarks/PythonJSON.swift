import TUFCore

/// Writes JSON as python-tuf does: `json.dumps(value, indent=1, separators=(",", ": "))`.
enum PythonJSON {
    static func bytes(_ value: JSON) -> [UInt8] {
        var output: [UInt8] = []
        append(value, depth: 0, to: &output)
        return output
    }

    /// The value with the members of every object in order, as `sort_keys=True` has it.
    static func sorted(_ value: JSON) -> JSON {
        switch value {
        case .object(let members):
            .object(
                members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
                    .map { JSON.Member(name: $0.name, value: sorted($0.value)) }
            )
        case .array(let elements): .array(elements.map(sorted))
        default: value
        }
    }

    private static func append(_ value: JSON, depth: Int, to output: inout [UInt8]) {
        switch value {
        case .object(let members) where !members.isEmpty:
            output.append(UInt8(ascii: "{"))
            for (position, member) in members.enumerated() {
                startLine(isFirst: position == 0, depth: depth + 1, in: &output)
                output += JSON.string(member.name).serialized() + Array(": ".utf8)
                append(member.value, depth: depth + 1, to: &output)
            }
            startLine(isFirst: true, depth: depth, in: &output)
            output.append(UInt8(ascii: "}"))
        case .array(let elements) where !elements.isEmpty:
            output.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                startLine(isFirst: position == 0, depth: depth + 1, in: &output)
                append(element, depth: depth + 1, to: &output)
            }
            startLine(isFirst: true, depth: depth, in: &output)
            output.append(UInt8(ascii: "]"))
        default:
            output += value.serialized()
        }
    }

    private static func startLine(isFirst: Bool, depth: Int, in output: inout [UInt8]) {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        output.append(UInt8(ascii: "\n"))
        output += [UInt8](repeating: 0x20, count: depth)
    }
}

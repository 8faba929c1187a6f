import Yams

/// Reads YAML documents, with the types that kubectl gives their scalars.
struct YAMLReader {
    let limits: ManifestLimits

    /// The documents that are not empty, each with its number from 1.
    func documents(
        _ bytes: [UInt8]
    ) throws(ManifestError) -> [(number: Int, value: ManifestValue)] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ManifestError(problem: .notUTF8)
        }
        try YAMLExpansion(text).check(against: limits)
        var documents: [(number: Int, value: ManifestValue)] = []
        var number = 0
        var budget = limits.maximumValues
        for node in try nodes(of: text) {
            number += 1
            let value = try value(of: node, depth: 1, budget: &budget)
            if case .null = value.content { continue }
            documents.append((number, value))
        }
        return documents
    }

    private func nodes(of text: String) throws(ManifestError) -> [Node] {
        do {
            let parser = try Parser(yaml: text, encoding: .utf8)
            var nodes: [Node] = []
            while let node = try parser.nextRoot() { nodes.append(node) }
            return nodes
        } catch {
            throw ManifestError(yaml: error)
        }
    }

    private func value(
        of node: Node,
        depth: Int,
        budget: inout Int
    ) throws(ManifestError) -> ManifestValue {
        let line = node.mark?.line
        budget -= 1
        guard budget >= 0 else {
            throw ManifestError(problem: .tooManyValues(limit: limits.maximumValues), line: line)
        }
        guard depth <= limits.maximumDepth else {
            throw ManifestError(problem: .tooDeep(limit: limits.maximumDepth), line: line)
        }
        switch node {
        case .scalar(let scalar):
            return ManifestValue(content: try YAMLScalar(scalar).content(), line: line)
        case .sequence(let sequence):
            var elements: [ManifestValue] = []
            for element in sequence {
                elements.append(try value(of: element, depth: depth + 1, budget: &budget))
            }
            return ManifestValue(content: .array(elements), line: line)
        case .mapping(let mapping):
            let members = try members(of: mapping, depth: depth, budget: &budget)
            return ManifestValue(content: .object(members), line: line)
        case .alias:
            throw ManifestError(problem: .syntax("an alias without its anchor"), line: line)
        }
    }

    private func members(
        of mapping: Node.Mapping,
        depth: Int,
        budget: inout Int
    ) throws(ManifestError) -> [(name: String, value: ManifestValue)] {
        var members: [(name: String, value: ManifestValue)] = []
        var names: Set<String> = []
        for (key, element) in mapping {
            guard case .scalar(let scalar) = key else {
                throw ManifestError(problem: .syntax("a key is not a string"), line: key.mark?.line)
            }
            let name = scalar.string
            guard name != "<<" else {
                throw ManifestError(problem: .unsupportedTag("<<"), line: key.mark?.line)
            }
            guard names.insert(name).inserted else {
                throw ManifestError(problem: .duplicateName(name), line: key.mark?.line)
            }
            members.append((name, try value(of: element, depth: depth + 1, budget: &budget)))
        }
        return members
    }
}

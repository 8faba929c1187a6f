import TUFCore

/// The search of TUF 5.6.7 written a second time, as plainly as can be, to compare with.
struct ModelSearch {
    enum Outcome: Hashable {
        case found(inRole: String)
        case notFound
        case aborted
    }

    private enum Course {
        case ended(Outcome)
        /// A terminating delegation was followed and found nothing.
        case stopped
        case goesOn
    }

    let repository: FuzzRepository
    let path: String
    let limit: Int
    private var visited: Set<String> = []

    init(_ repository: FuzzRepository, path: String, limit: Int) {
        self.repository = repository
        self.path = path
        self.limit = limit
    }

    mutating func outcome() -> Outcome {
        if case .ended(let outcome) = visit("targets") { return outcome }
        return .notFound
    }

    private mutating func visit(_ name: String) -> Course {
        guard !visited.contains(name) else { return .goesOn }
        guard visited.count <= limit else { return .ended(.notFound) }
        visited.insert(name)
        guard let role = repository.roles[name], role.isListed, !role.hasExpired else {
            return .ended(.aborted)
        }
        if role.targets.contains(path) { return .ended(.found(inRole: name)) }
        for (child, isTerminating) in children(of: role) {
            let course = visit(child)
            guard case .goesOn = course else { return course }
            if isTerminating { return .stopped }
        }
        return .goesOn
    }

    private func children(of role: FuzzRepository.Role) -> [(String, Bool)] {
        let hash = HashAlgorithm.sha256.digest(of: Array(path.utf8))
        switch role.delegations {
        case .succinct(let bitLength):
            return [("bin-\(hash.bytes[0] >> UInt8(8 - bitLength))", true)]
        case .listed(let roles):
            return
                roles.filter { role in
                    role.patterns.isEmpty
                        ? role.hashPrefixes.contains { hash.hex.hasPrefix($0) }
                        : role.patterns.contains { matches(Array($0), Array(path)) }
                }
                .map { ($0.name, $0.isTerminating) }
        }
    }

    private func matches(_ pattern: [Character], _ text: [Character]) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        let rest = Array(pattern.dropFirst())
        let (next, canTake) = (Array(text.dropFirst()), text.first.map { $0 != "/" } ?? false)
        switch first {
        case "*": return matches(rest, text) || canTake && matches(pattern, next)
        case "?": return canTake && matches(rest, next)
        default: return text.first == first && matches(rest, next)
        }
    }
}

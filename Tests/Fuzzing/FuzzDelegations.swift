import TUFCore

/// The delegations of one role, as fuzz input shapes them.
enum FuzzDelegations {
    /// A role listed by name.
    struct Role {
        var name = ""
        var patterns: [String] = []
        /// Used where there are no patterns.
        var hashPrefixes: [String] = []
        var isTerminating = false
    }

    case listed([Role])
    /// Bins `bin-0` and on.
    case succinct(bitLength: Int)

    private static let patterns = ["*", "a/*", "a/b*", "?", "*/a", "a/?", "a", "a/*/*", "*c", ""]

    init(_ input: inout FuzzInput) {
        guard input.number(below: 8) != 7 else {
            self = .succinct(bitLength: 1 + input.number(below: 2))
            return
        }
        var roles: [Role] = []
        var names = ["r", "s", "t/u", "..", "bin-0"]
        for _ in 0..<input.number(below: 5) {
            var role = Role()
            role.name = names.remove(at: input.number(below: names.count))
            role.isTerminating = input.number(below: 4) == 1
            for _ in 0..<input.number(below: 3) {
                role.patterns.append(input.choice(of: Self.patterns))
            }
            if role.patterns.isEmpty {
                let path = input.choice(of: FuzzRepository.paths)
                let hash = HashAlgorithm.sha256.digest(of: Array(path.utf8)).hex
                role.hashPrefixes = [String(hash.prefix(input.number(below: 4)))]
            }
            roles.append(role)
        }
        self = .listed(roles)
    }

    func json(keyOf signer: FuzzSigner) -> JSON {
        let keys = JSON.Member(name: "keys", value: signer.keys)
        switch self {
        case .listed(let roles):
            let list = roles.map { json(of: $0, keyOf: signer) }
            return .object([keys, .init(name: "roles", value: .array(list))])
        case .succinct(let bitLength):
            let bins = signer.definition([
                .init(name: "bit_length", value: .integer(bitLength)),
                .init(name: "name_prefix", value: "bin"),
            ])
            return .object([keys, .init(name: "succinct_roles", value: bins)])
        }
    }

    private func json(of role: Role, keyOf signer: FuzzSigner) -> JSON {
        let usesPatterns = !role.patterns.isEmpty
        let paths = usesPatterns ? role.patterns : role.hashPrefixes
        return signer.definition([
            .init(name: "name", value: .string(role.name)),
            .init(name: "terminating", value: .boolean(role.isTerminating)),
            .init(
                name: usesPatterns ? "paths" : "path_hash_prefixes",
                value: .array(paths.map { .string($0) })
            ),
        ])
    }
}

import TUFCore

/// A TUF 1.0 repository in memory, one key for all its roles.
struct TUFFiles {
    enum Layout: String, CaseIterable {
        /// As python-tuf writes files.
        case pretty
        case canonical
    }

    let key: TUFKey
    let layout: Layout
    /// By role.
    private(set) var files: [String: [UInt8]] = [:]

    /// A repository of so many targets, or with these top-level targets and other roles.
    init(
        _ kind: TUFKey.Kind,
        _ layout: Layout,
        targets: JSON? = nil,
        count: Int = 0,
        delegating delegations: (TUFKey) -> JSON? = { _ in nil },
        roles: [(name: String, targets: JSON)] = [],
        listing others: [String] = []
    ) throws {
        key = try TUFKey(kind)
        self.layout = layout
        try add("targets", Self.targets(targets ?? Self.entries(count), delegations(key)))
        for role in roles { try add(role.name, Self.targets(role.targets, nil)) }
        try add("snapshot", snapshot(others))
        try add("timestamp", Self.signed("timestamp", meta(["snapshot"], hashed: true)))
        try add("root", root())
    }

    subscript(role: String) -> [UInt8] { files[role] ?? [] }

    /// Names as a package index has them, each with a SHA-256.
    static func entries(_ count: Int) -> JSON {
        .object((0..<count).map { entry(named: "packages/\($0 % 97)/library-\($0).tar.gz", $0) })
    }

    static func entry(named name: String, _ number: Int) -> JSON.Member {
        let digest = HashAlgorithm.sha256.digest(of: Array(name.utf8))
        let value: JSON = [
            "hashes": ["sha256": .string(digest.hex)], "length": .integer(number * 37 % 99_991),
        ]
        return JSON.Member(name: name, value: value)
    }

    private mutating func add(_ role: String, _ signed: JSON) throws {
        files[role] = try key.file(signing: signed, as: layout)
    }

    private func snapshot(_ others: [String]) -> JSON {
        let signed = files.keys.filter { $0 != "snapshot" }
        let listed = signed.filter { !others.contains($0) }
        let rest = others.map { JSON.Member(name: "\($0).json", value: ["version": 1]) }
        guard case .object(let members) = meta(listed, hashed: others.isEmpty) else { return .null }
        return Self.signed("snapshot", .object(members + rest))
    }

    private func meta(_ roles: [String], hashed: Bool) -> JSON {
        .object(
            roles.map { role in
                let file = self[role]
                let full: JSON = [
                    "hashes": ["sha256": .string(HashAlgorithm.sha256.digest(of: file).hex)],
                    "length": .integer(file.count), "version": 1,
                ]
                return JSON.Member(name: "\(role).json", value: hashed ? full : ["version": 1])
            }
        )
    }

    private func root() -> JSON {
        let role: JSON = ["keyids": [.string(key.id)], "threshold": 1]
        return Self.object(
            "root",
            [
                .init(name: "consistent_snapshot", value: true),
                .init(name: "keys", value: .object([.init(name: key.id, value: key.json)])),
                .init(
                    name: "roles",
                    value: ["root": role, "snapshot": role, "targets": role, "timestamp": role]
                ),
            ]
        )
    }

    private static func targets(_ entries: JSON, _ delegations: JSON?) -> JSON {
        let listed = delegations.map { [JSON.Member(name: "delegations", value: $0)] } ?? []
        return object("targets", listed + [.init(name: "targets", value: entries)])
    }

    private static func signed(_ type: String, _ meta: JSON) -> JSON {
        object(type, [.init(name: "meta", value: meta)])
    }

    private static func object(_ type: String, _ members: [JSON.Member]) -> JSON {
        .object(
            [
                .init(name: "_type", value: .string(type)),
                .init(name: "expires", value: "2049-01-01T00:00:00Z"),
                .init(name: "spec_version", value: "1.0.34"), .init(name: "version", value: 1),
            ] + members
        )
    }
}

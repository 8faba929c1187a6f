import TUFCore

extension GoType {
    /// What a file of this role is read into.
    static func payload(of role: RoleName) -> GoType {
        switch role {
        case .root: root
        case .snapshot: snapshot
        default: targets
        }
    }

    private static let root = signed(
        name: "data.Root",
        [
            "keys": keys,
            "roles": .map(
                name: "map[data.RoleName]*data.RootRole",
                of: .structure(name: "data.RootRole", roleMembers)
            ),
            "consistent_snapshot": .boolean,
        ]
    )

    private static let targets = signed(
        name: "data.Targets",
        ["targets": files, "delegations": delegations]
    )

    private static let snapshot = signed(name: "data.Snapshot", ["meta": files])

    private static let delegations = structure(
        name: "data.Delegations",
        [
            "keys": keys,
            "roles": .list(
                name: "[]*data.Role",
                of: .structure(
                    name: "data.Role",
                    roleMembers.merging(["name": .namedString("data.RoleName"), "paths": strings]) {
                        $1
                    }
                )
            ),
        ]
    )

    private static let keys = map(
        name: "map[string]data.TUFKey",
        of: .structure(
            name: "data.TUFKey",
            [
                "keytype": .string,
                "keyval": .structure(name: "data.KeyPair", ["public": .bytes, "private": .bytes]),
            ]
        )
    )

    private static let files = table(
        JSONRecord(["length": .integer, "hashes": .base64Table]),
        .map(
            name: "data.Files",
            of: .structure(
                name: "data.FileMeta",
                [
                    "length": .integer(name: "int64"),
                    "hashes": .map(name: "data.Hashes", of: .bytes),
                    "custom": .anything,
                ]
            )
        )
    )

    private static let roleMembers: [String: GoType] = [
        "keyids": strings, "threshold": .integer(name: "int"),
    ]

    private static let strings = list(name: "[]string", of: .string)

    /// The members that every payload has, and more.
    private static func signed(name: String, _ members: [String: GoType]) -> GoType {
        let common: [String: GoType] = [
            "_type": .string, "expires": .anything, "version": .integer(name: "int"),
        ]
        return .structure(name: name, common.merging(members) { $1 })
    }
}

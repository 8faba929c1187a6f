/// The member `delegations` of a targets file while it is edited.
struct EditedDelegations: Sendable {
    private let parent: RoleName
    private let dialect: any MetadataDialect
    /// Members other than those below, as they were.
    private let others: JSON?
    private var keys: KeyTable
    private var roles: MemberTable
    private var succinct: JSON?

    /// Takes what a file has; nil for none at all.
    init(_ json: JSON?, of parent: RoleName, in dialect: any MetadataDialect) {
        self.parent = parent
        self.dialect = dialect
        others = json?.removing(["keys", "roles", "succinct_roles"])
        keys = KeyTable(json?[member: "keys"], in: dialect)
        succinct = json?[member: "succinct_roles"]
        roles = MemberTable(
            json?[member: "roles"]?.elements
                .map { JSON.Member(name: $0[member: "name"]?.text ?? "", value: $0) } ?? []
        )
    }

    /// Nil where there are none and were none.
    var json: JSON? {
        if others == nil, roles.isEmpty, succinct == nil { return nil }
        var json = others ?? .object([])
        json[member: "keys"] = keys.json
        json[member: "roles"] = succinct == nil ? .array(roles.values) : nil
        json[member: "succinct_roles"] = succinct
        return json
    }

    mutating func add(_ role: DelegatedRole) throws(EditError) {
        guard succinct == nil else { throw .succinctBesideRoles }
        guard roles[role.name.name] == nil else { throw .repeatedDelegation(role.name) }
        guard dialect.canDelegate(to: role.name, from: parent) else {
            throw .cannotDelegate(to: role.name, from: parent)
        }
        try keys.add(role.keys)
        roles[role.name.name] = try dialect.json(of: role)
    }

    mutating func change(_ role: DelegatedRole) throws(EditError) {
        guard let old = roles[role.name.name] else { throw .noDelegation(role.name) }
        try keys.add(role.keys)
        roles[role.name.name] = old.removing(["paths", "path_hash_prefixes"])
            .merging(try dialect.json(of: role))
        keys.drop(keysOf: old, unlessNamedBy: roles.values)
    }

    mutating func remove(_ role: RoleName) throws(EditError) {
        guard let old = roles[role.name] else { throw .noDelegation(role) }
        roles[role.name] = nil
        keys.drop(keysOf: old, unlessNamedBy: roles.values)
    }

    mutating func set(_ bins: SuccinctRoles) throws(EditError) {
        guard roles.isEmpty else { throw .succinctBesideRoles }
        let new = try dialect.json(of: bins)
        try keys.add(bins.keys)
        let old = succinct
        let changed = (old ?? .object([])).merging(new)
        succinct = changed
        keys.drop(keysOf: old, unlessNamedBy: [changed])
    }
}

extension NotaryDialect {
    func keys(in field: MetadataField) throws(MetadataError) -> ListedKeys {
        var keys = ListedKeys()
        for member in try field.members() {
            keys.add(try key(in: member.field), listedAs: member.name)
        }
        return keys
    }

    func topLevelRoles(
        in field: MetadataField,
        keys: ListedKeys
    ) throws(MetadataError) -> [RoleName: RoleDefinition] {
        var roles: [RoleName: RoleDefinition] = [:]
        for role in RoleName.topLevel {
            roles[role] = try definition(in: field.member(role.name), of: role.name, keys: keys)
        }
        return roles
    }

    /// A role whose `paths` are absent may speak for nothing; `terminating` and
    /// `path_hash_prefixes` are not of this dialect.
    func delegations(
        in field: MetadataField?,
        of parent: RoleName
    ) throws(MetadataError) -> Delegations {
        guard let field else { return .none }
        let keys =
            try field.optionalMember("keys")
            .map { field throws(MetadataError) in
                try self.keys(in: field)
            } ?? ListedKeys()
        var delegations: [DelegatedRole] = []
        for element in try field.optionalMember("roles")?.elements() ?? [] {
            let role = try delegatedRole(in: element, of: parent, keys: keys)
            guard !delegations.contains(where: { $0.name == role.name }) else {
                throw .repeatedDelegation(role.name)
            }
            delegations.append(role)
        }
        return .roles(delegations)
    }

    private func delegatedRole(
        in field: MetadataField,
        of parent: RoleName,
        keys: ListedKeys
    ) throws(MetadataError) -> DelegatedRole {
        let nameField = try field.member("name")
        let text = try nameField.string()
        let name = try nameField.checked { () throws(FormatError) in try RoleName(notary: text) }
        guard name.parent == parent else {
            throw .notADirectChild(delegation: text, of: parent)
        }
        let definition = try definition(in: field, of: text, keys: keys)
        var paths: [String] = []
        for path in try field.optionalMember("paths")?.elements() ?? [] {
            paths.append(try path.string())
        }
        return DelegatedRole(
            name: name,
            keys: RoleKeys(definition, from: keys.byID),
            paths: .prefixes(paths)
        )
    }

    private func definition(
        in field: MetadataField,
        of role: String,
        keys: ListedKeys
    ) throws(MetadataError) -> RoleDefinition {
        var ids: Set<KeyID> = []
        for element in try field.optionalMember("keyids")?.elements() ?? [] {
            let text = try element.string()
            guard keys.names.contains(text) else {
                let id = try element.checked { () throws(FormatError) in try KeyID(text) }
                throw .unknownKeyID(role: role, id)
            }
            if let id = KeyID(notary: text) { ids.insert(id) }
        }
        let thresholdField = try field.member("threshold")
        let threshold = try thresholdField.integer()
        return try thresholdField.checked { () throws(FormatError) in
            try RoleDefinition(keyIDs: ids, threshold: threshold)
        }
    }

    /// A key; one that lacks its parts is of a kind that nobody knows, or has nothing to verify
    /// with.
    private func key(in field: MetadataField) throws(MetadataError) -> Key {
        guard !field.value.isNull else { return Key(notary: KeyType(""), publicBytes: []) }
        let type = try field.optionalMember("keytype")?.string() ?? ""
        let publicField = try field.optionalMember("keyval")?.optionalMember("public")
        let publicBytes = try publicField.map { field throws(MetadataError) in
            let text = try field.string()
            return try field.checked { () throws(FormatError) in try Base64.bytes(text) }
        }
        return Key(notary: KeyType(type), publicBytes: publicBytes ?? [])
    }
}

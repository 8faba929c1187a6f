extension NotaryDialect {
    func keys(in field: MetadataField) throws(MetadataError) -> [KeyID: Key] {
        var keys: [KeyID: Key] = [:]
        for member in try field.members() {
            let key = try key(in: member.field, listedAs: member.name)
            keys[key.id] = key
        }
        return keys
    }

    func topLevelRoles(
        in field: MetadataField,
        keys: [KeyID: Key]
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
            } ?? [:]
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
        keys: [KeyID: Key]
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
            keys: RoleKeys(definition, from: keys),
            paths: .prefixes(paths)
        )
    }

    private func definition(
        in field: MetadataField,
        of role: String,
        keys: [KeyID: Key]
    ) throws(MetadataError) -> RoleDefinition {
        var ids: Set<KeyID> = []
        for element in try field.optionalMember("keyids")?.elements() ?? [] {
            let text = try element.string()
            let id = try element.checked { () throws(FormatError) in try KeyID(text) }
            guard keys[id] != nil else { throw .unknownKeyID(role: role, id) }
            ids.insert(id)
        }
        let thresholdField = try field.member("threshold")
        let threshold = try thresholdField.integer()
        return try thresholdField.checked { () throws(FormatError) in
            try RoleDefinition(keyIDs: ids, threshold: threshold)
        }
    }

    private func key(
        in field: MetadataField,
        listedAs name: String
    ) throws(MetadataError) -> Key {
        let type = KeyType(try field.member("keytype").string())
        guard type.isKnown else { return try unknownKey(in: field, of: type, listedAs: name) }
        let key = try knownKey(in: field, of: type)
        guard key.id.hex == name else {
            throw .keyIDMismatch(listed: name, calculated: key.id)
        }
        return key
    }

    /// A kind from the future keeps the id it is listed under: what that is the hash of is unknown,
    /// and no signature of it counts.
    private func unknownKey(
        in field: MetadataField,
        of type: KeyType,
        listedAs name: String
    ) throws(MetadataError) -> Key {
        let id = try field.checked { () throws(FormatError) in try KeyID(name) }
        return Key(id: id, type: type, publicBytes: []) { .unusable }
    }

    private func knownKey(
        in field: MetadataField,
        of type: KeyType
    ) throws(MetadataError) -> Key {
        let publicField = try field.member("keyval").member("public")
        let text = try publicField.string()
        return Key(
            notary: type,
            publicBytes: try publicField.checked { () throws(FormatError) in
                try Base64.bytes(text)
            }
        )
    }
}
